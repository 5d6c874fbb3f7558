package dev.grantkeep.adapter.sql.grant;

import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

// Marked by primary key (service_id, subject, client_id).
/**
 * Marks heads that may have become empty because something of theirs was removed. It belongs into the same transaction
 * as the removal: whoever looks at the mark waits for it and then sees the removal too.
 */
public final class EmptyGrantMarks {
    private static final String MARK = """
            update grant_head set maybe_empty_since = modified_at
            where service_id = ? and subject = ? and client_id = ? and maybe_empty_since is null
                and latest_scopes is null
            """;
    /** Always in the same order, so that two transactions never wait for each other. */
    private static final Comparator<GrantKey> ORDER = Comparator.comparingLong(
                    (GrantKey key) -> key.service().value())
            .thenComparing(GrantKey::client)
            .thenComparing(key -> key.subject().value());

    private EmptyGrantMarks() {}

    public static void set(Session session, Collection<GrantKey> keys) throws SQLException {
        List<GrantKey> inOrder = keys.stream().distinct().sorted(ORDER).toList();
        session.writeEach(MARK, inOrder, (to, key) -> GrantRowMapper.writeKey(key, to));
    }
}
