package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

// Heads by grant_head_maybe_empty (maybe_empty_since) and their primary key, tokens by token_pair (service_id,
// client_id, client_generation, subject, …), steps by step_owner (client_id, subject).
/**
 * Heads with no record, no pending step and no granted scopes. They are looked at under their lock, and not before they
 * have lingered: who gives a new token or step has written the head shortly before, so a head with one under way is not
 * taken for empty. What turns out not to be empty loses its mark, until something of it is removed again.
 */
final class EmptyGrants {
    private static final String FIND = """
            select service_id, client_id, subject from grant_head
            where maybe_empty_since <= ?
            order by maybe_empty_since
            limit ?
            """;
    private static final String LOCK = LockedHeads.sql("service_id, client_id, subject", "and maybe_empty_since <= ?");
    private static final String DELETE_IF_EMPTY = """
            delete from grant_head
            where service_id = ? and subject = ? and client_id = ?
                and latest_scopes is null and modified_at <= ?
                and not exists (select 1 from client c
                    join token t on t.client_id = c.id and t.client_generation = c.generation
                    where t.service_id = ? and c.service_id = grant_head.service_id
                        and c.id = grant_head.client_id and t.subject = grant_head.subject)
                and not exists (select 1 from step k
                    where k.service_id = grant_head.service_id
                        and k.client_id = grant_head.client_id and k.subject = grant_head.subject
                        and k.settled_as is null)
                and not exists (select 1 from authorization_code k
                    where k.service_id = grant_head.service_id
                        and k.client_id = grant_head.client_id and k.subject = grant_head.subject
                        and k.redeemed_as is null)
            """;
    private static final String MARK_AGAIN_OR_UNMARK = """
            update grant_head
            set maybe_empty_since = case when latest_scopes is null and modified_at > ? then modified_at end
            where service_id = ? and subject = ? and client_id = ?
            """;

    private EmptyGrants() {}

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        Instant lastWrite = now.minus(GrantHead.LINGER);
        List<GrantKey> found = session.all(FIND, to -> to.add(lastWrite).add(limit), GrantRowMapper::readKey);
        List<GrantKey> heads = LockedHeads.of(session, LOCK, found, to -> to.add(lastWrite), GrantRowMapper::readKey);
        session.writeEach(DELETE_IF_EMPTY, heads, (to, key) -> {
            GrantRowMapper.writeKey(key, to);
            to.add(lastWrite).add(key.service());
        });
        session.writeEach(MARK_AGAIN_OR_UNMARK, heads, (to, key) -> {
            to.add(lastWrite);
            GrantRowMapper.writeKey(key, to);
        });
        return heads.size();
    }
}
