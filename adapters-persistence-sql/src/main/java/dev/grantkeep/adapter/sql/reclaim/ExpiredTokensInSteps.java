package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.adapter.sql.reclaim.ExpiredTokens.Gone;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

// Found by token_purge (purge_at), deleted by primary key (id, service_id).
/** Finds a batch of expired records, then deletes them, then sees to their heads. For H2. */
final class ExpiredTokensInSteps {
    private static final String FIND = """
            select id, service_id, client_id, subject, purge_at from token
            where purge_at >= ? and purge_at <= ?
            order by purge_at
            limit ?
            """;
    private static final String DELETE = """
            delete from token where service_id = ? and id = any(array(
                select id from token where service_id = ? and id = any(?) and purge_at <= ? for update skip locked))
            """;

    private record Expired(
            TokenId id, ServiceId service, @Nullable GrantKey grant, Instant purgeAt) {
        static Expired of(Row row) throws SQLException {
            TokenId id = Objects.requireNonNull(row.tokenIdOrNull());
            ServiceId service = row.serviceId();
            ClientId client = row.clientId();
            @Nullable Subject subject = row.subjectOrNull();
            @Nullable GrantKey grant = subject == null ? null : new GrantKey(service, client, subject);
            return new Expired(id, service, grant, row.instant());
        }
    }

    private ExpiredTokensInSteps() {}

    static Gone remove(Session session, Instant from, Instant now, int limit) throws SQLException {
        List<Expired> expired = session.all(FIND, to -> to.add(from).add(now).add(limit), Expired::of);
        Map<ServiceId, List<TokenId>> idsByService = expired.stream()
                .collect(Collectors.groupingBy(Expired::service, Collectors.mapping(Expired::id, Collectors.toList())));
        int count = session.writeEach(
                DELETE,
                idsByService.entrySet(),
                (to, ids) -> to.add(ids.getKey())
                        .add(ids.getKey())
                        .add(ids.getValue())
                        .add(now));
        EmptyGrantMarks.set(
                session,
                expired.stream().map(Expired::grant).filter(Objects::nonNull).toList(),
                now);
        return new Gone(
                count,
                expired.size(),
                expired.isEmpty() ? null : expired.get(expired.size() - 1).purgeAt());
    }
}
