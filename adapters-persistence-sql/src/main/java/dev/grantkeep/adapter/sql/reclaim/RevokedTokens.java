package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.value.Generation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Heads by grant_head_marked (purge_marked_at) and their primary key, tokens by token_pair
// (service_id, client_id, client_generation, subject, generation), steps by step_owner (client_id, subject). Tokens of
// an old generation of the client are left to CutOffClients.
/**
 * Token records and codes of a generation that their head had before. Those of a generation that it never had are left
 * alone: a single token per subject is stored before its head moves to its generation. A generation that tokens had before
 * may be that of the codes still. A batch is shared evenly by some marked heads, so one with very many tokens keeps no
 * other waiting. The mark goes when nothing is left.
 */
final class RevokedTokens {
    /** How many tokens a head has on the average, so that a batch comes out full. */
    private static final int TOKENS_PER_HEAD = 4;

    private static final String FIND = """
            select service_id, client_id, subject from grant_head
            where purge_marked_at is not null
            order by purge_marked_at
            limit ?
            """;
    private static final String LOCK = LockedHeads.sql(
            "service_id, client_id, subject, former, coalesce(code_generation, generation)",
            "and purge_marked_at is not null");
    private static final String CLIENT = "select generation from client where id = ? and service_id = ?";
    private static final String DELETE_TOKENS = """
            delete from token where service_id = ? and id = any(array(
                select id from token
                where service_id = ? and client_id = ? and client_generation = ? and subject = ?
                    and generation = any(?)
                limit ?
                for update skip locked))
            """;
    private static final String DELETE_CODES = """
            delete from step where service_id = ? and hash = any(array(
                select hash from step
                where service_id = ? and client_id = ? and subject = ? and generation = any(?)
                limit ?
                for update skip locked))
            """;
    private static final String UNMARK = """
            update grant_head
            set purge_marked_at = null, former = null,
                maybe_empty_since = case when latest_scopes is null then coalesce(maybe_empty_since, modified_at) end
            where service_id = ? and subject = ? and client_id = ?
                and not exists (select 1 from token
                    where service_id = ? and client_id = ? and client_generation = ? and subject = ?
                        and generation = any(?))
                and not exists (select 1 from step
                    where service_id = ? and client_id = ? and subject = ? and generation = any(?))
            """;

    /** What is read of a head under its lock. */
    private record Locked(GrantKey key, List<Generation> former, Generation codes) {
        static Locked of(Row row) throws SQLException {
            return new Locked(GrantRowMapper.readKey(row), row.generations(), row.generation());
        }
    }

    /**
     * A marked head.
     *
     * @param former the generations that it had before
     * @param codes the generation that its codes have
     * @param client the client's generation; absent if there is no client any more
     */
    private record Head(
            GrantKey key,
            List<Generation> former,
            Generation codes,
            @Nullable Generation client) {
        static Head of(Locked head, Session session) throws SQLException {
            GrantKey key = head.key();
            @Nullable
            Generation client = session.first(CLIENT, to -> to.add(key.client()).add(key.service()), Row::generation);
            return new Head(key, head.former(), head.codes(), client);
        }

        Parameters writeForTokens(Parameters to) throws SQLException {
            return to.add(key.service())
                    .add(key.client())
                    .add(client)
                    .add(key.subject())
                    .addAll(former);
        }

        Parameters writeForCodes(Parameters to) throws SQLException {
            return to.add(key.service()).add(key.client()).add(key.subject()).addAll(formerOfCodes());
        }

        private List<Generation> formerOfCodes() {
            return former.stream().filter(one -> !one.equals(codes)).toList();
        }
    }

    private RevokedTokens() {}

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        int mostHeads = Math.max(1, limit / TOKENS_PER_HEAD);
        List<GrantKey> found = session.all(FIND, to -> to.add(mostHeads), GrantRowMapper::readKey);
        List<Head> heads = new ArrayList<>();
        for (Locked head : LockedHeads.of(session, LOCK, found, to -> {}, Locked::of)) {
            heads.add(Head.of(head, session));
        }
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
