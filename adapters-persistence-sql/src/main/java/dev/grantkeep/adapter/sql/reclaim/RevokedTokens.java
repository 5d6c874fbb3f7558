package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.common.Generation;
import dev.grantkeep.domain.grant.GrantKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Heads by grant_head_marked (purge_marked_at) and their primary key, tokens by token_pair (client_id,
// client_generation, subject, generation), codes by authorization_code_pair (client_id, subject). Tokens of an old
// generation of the client are left to CutOffClients.
/**
 * Token records and codes of a generation that their head had before. Those of a generation that it never had are left
 * alone: a single token per subject is stored before its head moves to its generation. A batch is shared evenly by some marked heads, so one
 * with very many tokens keeps no other waiting. The mark goes when nothing is left.
 */
final class RevokedTokens {
    /** How many tokens a head has on the average, so that a batch comes out full. */
    private static final int TOKENS_PER_HEAD = 4;

    private static final String FIND = """
            select h.service_id, h.client_id, h.subject, h.former,
                (select c.generation from client c where c.id = h.client_id)
            from grant_head h
            where h.purge_marked_at is not null
            order by h.purge_marked_at
            limit ?
            for update skip locked
            """;
    private static final String DELETE_TOKENS = """
            delete from token where service_id = ? and id = any(array(
                select id from token
                where client_id = ? and client_generation = ? and subject = ? and generation = any(?)
                limit ?
                for update skip locked))
            """;
    private static final String DELETE_CODES = """
            delete from authorization_code where service_id = ? and hash = any(array(
                select hash from authorization_code
                where client_id = ? and subject = ? and generation = any(?)
                limit ?
                for update skip locked))
            """;
    private static final String UNMARK = """
            update grant_head
            set purge_marked_at = null, former = null,
                maybe_empty_since = case when latest_scopes is null then coalesce(maybe_empty_since, modified_at) end
            where service_id = ? and subject = ? and client_id = ?
                and not exists (select 1 from token
                    where client_id = ? and client_generation = ? and subject = ? and generation = any(?))
                and not exists (select 1 from authorization_code
                    where client_id = ? and subject = ? and generation = any(?))
            """;

    /**
     * A marked head.
     *
     * @param former the generations that it had before
     * @param client the client's generation; absent if there is no client any more
     */
    private record Head(
            GrantKey key, List<Generation> former, @Nullable Generation client) {
        static Head of(Row row) throws SQLException {
            GrantKey key = GrantRowMapper.readKey(row);
            List<Generation> former = row.generations();
            @Nullable Long client = row.numberOrNull();
            return new Head(key, former, client == null ? null : new Generation(client));
        }

        Parameters writeForTokens(Parameters to) throws SQLException {
            return to.add(key.client()).add(client).add(key.subject()).addAll(former);
        }

        Parameters writeForCodes(Parameters to) throws SQLException {
            return to.add(key.client()).add(key.subject()).addAll(former);
        }
    }

    private RevokedTokens() {}

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        int mostHeads = Math.max(1, limit / TOKENS_PER_HEAD);
        List<Head> heads = session.all(FIND, to -> to.add(mostHeads), Head::of);
        if (heads.isEmpty()) {
            return 0;
        }
        int share = Math.max(1, limit / heads.size());
        int tokens = session.writeEach(
                DELETE_TOKENS,
                heads,
                (to, head) -> head.writeForTokens(to.add(head.key().service())).add(share));
        int codes = session.writeEach(
                DELETE_CODES,
                heads,
                (to, head) -> head.writeForCodes(to.add(head.key().service())).add(share));
        return tokens + codes + unmark(session, heads);
    }

    private static int unmark(Session session, List<Head> heads) throws SQLException {
        return session.writeEach(UNMARK, heads, (to, head) -> {
            GrantRowMapper.writeKey(head.key(), to);
            head.writeForTokens(to);
            head.writeForCodes(to);
        });
    }
}
