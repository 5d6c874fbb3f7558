package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

// Found and marked by primary key (service_id, subject, client_id).
/**
 * Marks heads that may have become empty because something of theirs was removed, and makes those that vouch for a token
 * ({@link KnownTokens}) forget it. It belongs into the same transaction as the removal: whoever looks at the mark waits
 * for it and then sees the removal too. Most heads are neither: they remember what was granted, so they are never empty,
 * and the removed record had come to its end. They are sorted out first, all at once.
 */
public final class EmptyGrantMarks {
    private static final String AFFECTED = """
            select h.service_id, h.client_id, h.subject
            from unnest(cast(? as varchar array), cast(? as bigint array)) k (subject, client_id)
            join grant_head h on h.subject = k.subject and h.client_id = k.client_id
            where h.service_id = ? and (h.latest_scopes is null or h.token_until > ?)
            """;
    /** Writes a marked head too: who is looking at it right now must not take the mark away unseen. */
    private static final String MARK = """
            update grant_head
            set token_until = null,
                maybe_empty_since = case when latest_scopes is null then coalesce(maybe_empty_since, modified_at)
                    else maybe_empty_since end
            where service_id = ? and subject = ? and client_id = ?
            """;
    /** Always in the same order, so that two transactions never wait for each other. */
    static final Comparator<GrantKey> ORDER = Comparator.comparingLong(
                    (GrantKey key) -> key.service().value())
            .thenComparing(GrantKey::client)
            .thenComparing(key -> key.subject().value());

    private EmptyGrantMarks() {}

    /** The same whenever they vouched for a token. */
    public static void set(Session session, Collection<GrantKey> keys) throws SQLException {
        set(session, keys, Instant.EPOCH);
    }

    /**
     * Of the heads that are given.
     *
     * @param vouchingAfter those that vouch for a token later than this
     */
    public static void set(Session session, Collection<GrantKey> keys, Instant vouchingAfter) throws SQLException {
        List<GrantKey> affected = new ArrayList<>();
        for (Map.Entry<ServiceId, List<GrantKey>> ofService : byService(keys).entrySet()) {
            affected.addAll(affected(session, ofService.getKey(), ofService.getValue(), vouchingAfter));
        }
        setAffected(session, affected);
    }

    private static Map<ServiceId, List<GrantKey>> byService(Collection<GrantKey> keys) {
        return keys.stream().distinct().collect(Collectors.groupingBy(GrantKey::service));
    }

    /** The same of heads that are known to be affected, no two the same. */
    public static void setAffected(Session session, Collection<GrantKey> heads) throws SQLException {
        List<GrantKey> inOrder = heads.stream().sorted(ORDER).toList();
        session.writeEach(MARK, inOrder, (to, key) -> GrantRowMapper.writeKey(key, to));
    }

    private static List<GrantKey> affected(
            Session session, ServiceId service, List<GrantKey> keys, Instant vouchingAfter) throws SQLException {
        return session.all(
                AFFECTED,
                to -> to.addTexts(
                                keys.stream().map(key -> key.subject().value()).toList())
                        .addNumbers(
                                keys.stream().map(key -> key.client().value()).toList())
                        .add(service)
                        .add(vouchingAfter),
                GrantRowMapper::readKey);
    }
}
