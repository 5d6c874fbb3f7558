package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.grant.KnownTokens;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives tokens their next state; those that change at the same time in one transaction. */
final class TokenReplacing implements Coalescing.Work<TokenRecord, Saved> {
    private static final String REPLACE = """
            update token
            set grant_type = ?, client_generation = ?, generation = ?, rewrite_number = ?, access_hash = ?,
                access_expires_at = ?, scopes = ?, refresh_hash = ?, refresh_expires_at = ?, refresh_scopes = ?,
                refresh_origin = ?, properties = ?, details = ?, created_at = ?, last_refreshed_at = ?,
                last_used_at = ?, purge_at = ?, version = ?,
                cut_short = case when purge_at > ? then true else cut_short end
            where id = ? and service_id = ? and version = ?
            """;

    private final Database database;

    TokenReplacing(Database database) {
        this.database = database;
    }

    @Override
    public Saved alone(TokenRecord token) {
        return KnownTokens.concernsChanged(token)
                ? database.saveInTransaction(session -> aloneWithHead(session, token))
                : database.save(REPLACE, to -> write(token, to));
    }

    private int aloneWithHead(Session session, TokenRecord token) throws SQLException {
        int count = session.write(REPLACE, to -> write(token, to));
        if (count == 1) {
            KnownTokens.noteChanged(session, List.of(token));
        }
        return count;
    }

    /**
     * In the order of their ids, so that two transactions never wait for each other. A hash that is taken fails them
     * all, and each is done again alone.
     */
    @Override
    public List<@Nullable Saved> together(List<TokenRecord> tokens) {
        List<Integer> order = IntStream.range(0, tokens.size())
                .boxed()
                .sorted(Comparator.comparing(i -> tokens.get(i).id().value()))
                .toList();
        int[] counts = tokens.stream().anyMatch(KnownTokens::concernsChanged)
                ? database.inTransaction(session -> replaceEachWithHead(session, order, tokens))
                : database.countEach(REPLACE, order, (to, i) -> write(tokens.get(i), to));
        @Nullable Saved[] saved = new Saved[tokens.size()];
        for (int i = 0; i < counts.length; i++) {
            saved[order.get(i)] = counts[i] == 0 ? Saved.STALE : Saved.SAVED;
        }
        return Arrays.asList(saved);
    }

    private int[] replaceEachWithHead(Session session, List<Integer> order, List<TokenRecord> tokens)
            throws SQLException {
        int[] counts = session.countEach(REPLACE, order, (to, i) -> write(tokens.get(i), to));
        KnownTokens.noteChanged(
                session,
                IntStream.range(0, counts.length)
                        .filter(i -> counts[i] == 1)
                        .mapToObj(i -> tokens.get(order.get(i)))
                        .toList());
        return counts;
    }

    private void write(TokenRecord token, Parameters to) throws SQLException {
        TokenRowMapper.write(token, to);
        to.add(token.purgeAt());
        to.add(token.id()).add(token.service()).addPrevious(token.version());
    }
}
