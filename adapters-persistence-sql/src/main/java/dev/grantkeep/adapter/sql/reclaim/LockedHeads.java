package dev.grantkeep.adapter.sql.reclaim;

import static java.util.stream.Collectors.groupingBy;

import dev.grantkeep.adapter.sql.jdbc.Binding;
import dev.grantkeep.adapter.sql.jdbc.Reading;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

// By primary key (service_id, subject, client_id).
/**
 * Locks heads that a batch has found, service by service: where the table is distributed by service, nothing can be locked
 * in several services at once. A head that is locked is read again, because it may have changed since it was found; one
 * that another holds is skipped.
 */
final class LockedHeads {
    private LockedHeads() {}

    /**
     * @param columns what is read
     * @param condition what a head must still fulfil; it begins with {@code and}
     */
    static String sql(String columns, String condition) {
        return """
                select %s from grant_head
                where service_id = ? and subject = any(?) and client_id = any(?) %s
                limit ?
                for update skip locked
                """.formatted(columns, condition);
    }

    /**
     * Locks those that were found. There may be others among them that fulfil the condition, of the same subjects and
     * clients.
     *
     * @param condition binds the parameters of the condition
     */
    static <T> List<T> of(
            Session session, String sql, Collection<GrantKey> found, Binding condition, Reading<T> reading)
            throws SQLException {
        List<T> locked = new ArrayList<>();
        Map<ServiceId, List<GrantKey>> byService = found.stream().collect(groupingBy(GrantKey::service));
        for (Map.Entry<ServiceId, List<GrantKey>> ofService : byService.entrySet()) {
            List<GrantKey> keys = ofService.getValue();
            locked.addAll(session.all(
                    sql,
                    to -> {
                        to.add(ofService.getKey())
                                .addTexts(keys.stream()
                                        .map(key -> key.subject().value())
                                        .distinct()
                                        .toList())
                                .addNumbers(keys.stream()
                                        .map(key -> key.client().value())
                                        .distinct()
                                        .toList());
                        condition.to(to);
                        to.add(keys.size());
                    },
                    reading));
        }
        return locked;
    }
}
