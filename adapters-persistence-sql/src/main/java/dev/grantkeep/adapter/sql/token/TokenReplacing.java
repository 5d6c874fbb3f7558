package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.event.EventWriting;
import dev.grantkeep.adapter.sql.grant.KnownTokens;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.InOrder;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives tokens their next state; those that change at the same time in one transaction. */
final class TokenReplacing implements Coalescing.Work<Change<TokenRecord>, Saved> {
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
    private final EventWriting events;

    TokenReplacing(Database database, EventWriting events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public Saved alone(Change<TokenRecord> token) {
        return concernsMore(token)
                ? database.save(REPLACE, token, TokenReplacing::write, this::writeMore)
                : database.save(REPLACE, to -> write(to, token));
    }

    /**
     * In the order of their ids, so that two transactions never wait for each other. A hash that is taken fails them
     * all, and each is done again alone.
     */
    @Override
    public List<@Nullable Saved> together(List<Change<TokenRecord>> tokens) {
        InOrder<Change<TokenRecord>> inOrder = InOrder.of(
                tokens, Comparator.comparing(token -> token.state().id().value()));
        int[] counts = tokens.stream().anyMatch(this::concernsMore)
                ? database.countEach(REPLACE, inOrder.items(), TokenReplacing::write, this::writeMore)
                : database.countEach(REPLACE, inOrder.items(), TokenReplacing::write);
        return Arrays.stream(inOrder.asGiven(counts))
                .<@Nullable Saved>mapToObj(count -> count == 0 ? Saved.STALE : Saved.SAVED)
                .toList();
    }

    /** Whether more than the token's row is to be written with it. */
    private boolean concernsMore(Change<TokenRecord> token) {
        return KnownTokens.concernsChanged(token.state()) || events.concerns(Happened.toToken(token));
    }

    private void writeMore(Session session, List<Change<TokenRecord>> stored) throws SQLException {
        KnownTokens.noteChanged(session, stored.stream().map(Change::state).toList());
        events.write(
                session,
                stored.stream()
                        .flatMap(token -> Happened.toToken(token).stream())
                        .toList());
    }

    private static void write(Parameters to, Change<TokenRecord> change) throws SQLException {
        TokenRecord token = change.state();
        TokenRowMapper.write(token, to);
        to.add(token.purgeAt());
        to.add(token.id()).add(token.service()).addPrevious(token.version());
    }
}
