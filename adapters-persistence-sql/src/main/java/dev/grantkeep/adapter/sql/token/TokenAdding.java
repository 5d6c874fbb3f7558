package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.client.CurrentSettings;
import dev.grantkeep.adapter.sql.event.EventWriting;
import dev.grantkeep.adapter.sql.grant.KnownTokens;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores new tokens, each if its basis is current; those that come at the same time in one transaction. */
final class TokenAdding implements Coalescing.Work<TokenAdding.New, Saved> {
    static final String INSERT = """
            insert into token (id, service_id, client_id, subject,
                grant_type, client_generation, generation, rewrite_number, access_hash, access_expires_at, scopes,
                refresh_hash, refresh_expires_at, refresh_scopes, refresh_origin, properties, details, created_at,
                last_refreshed_at, last_used_at, purge_at, version)
            """;
    /** In the order of {@link #writeToken}. */
    static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private static final String ADD = INSERT + "select " + VALUES + CurrentSettings.FROM;
    /** One that cannot be added must not take the others with it. */
    private static final String ADD_IF_FREE = ADD + " on conflict do nothing";

    private final Database database;
    private final EventWriting events;

    TokenAdding(Database database, EventWriting events) {
        this.database = database;
        this.events = events;
    }

    record New(Change<TokenRecord> change, SettingsVersions basis) {
        TokenRecord token() {
            return change.state();
        }

        List<Happened> events() {
            return Happened.toToken(change);
        }
    }

    @Override
    public Saved alone(New added) {
        return concernsMore(added)
                ? database.save(ADD, added, TokenAdding::write, this::writeMore)
                : database.save(ADD, to -> write(to, added));
    }

    /** What is not added has to be tried again alone, to find out why. */
    @Override
    public List<@Nullable Saved> together(List<New> added) {
        int[] counts = added.stream().anyMatch(this::concernsMore)
                ? database.countEach(ADD_IF_FREE, added, TokenAdding::write, this::writeMore)
                : database.countEach(ADD_IF_FREE, added, TokenAdding::write);
        List<@Nullable Saved> saved = new ArrayList<>(counts.length);
        for (int count : counts) {
            saved.add(count == 0 ? null : Saved.SAVED);
        }
        return saved;
    }

    /** Whether more than the token's row is to be written with it. */
    private boolean concernsMore(New added) {
        return KnownTokens.concernsNew(added.token()) || concernsEvents(added);
    }

    boolean concernsEvents(New added) {
        return events.concerns(added.events());
    }

    private void writeMore(Session session, List<New> stored) throws SQLException {
        KnownTokens.noteNew(session, stored.stream().map(New::token).toList());
        writeEvents(session, stored);
    }

    void writeEvents(Session session, List<New> stored) throws SQLException {
        events.write(
                session, stored.stream().flatMap(one -> one.events().stream()).toList());
    }

    private static void write(Parameters to, New added) throws SQLException {
        writeToken(to, added.token());
        CurrentSettings.write(added.basis(), to);
    }

    static void writeToken(Parameters to, TokenRecord token) throws SQLException {
        to.add(token.id()).add(token.service()).add(token.client()).add(token.subject());
        TokenRowMapper.write(token, to);
    }
}
