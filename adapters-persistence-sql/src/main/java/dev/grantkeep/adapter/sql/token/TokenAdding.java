package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.grant.KnownTokens;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stores new tokens, each if its basis is current; those that come at the same time in one transaction. */
final class TokenAdding implements Coalescing.Work<TokenAdding.New, Saved> {
    private static final String ADD = """
            insert into token (id, service_id, client_id, subject,
                grant_type, client_generation, generation, rewrite_number, access_hash, access_expires_at, scopes,
                refresh_hash, refresh_expires_at, refresh_scopes, refresh_origin, properties, details, created_at,
                last_refreshed_at, last_used_at, purge_at, version)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            from service s
            join client c on c.service_id = s.id
            where s.id = ? and s.version = ? and s.removed_at is null
                and c.id = ? and c.version = ? and c.removed_at is null
            """;
    /** One that cannot be added must not take the others with it. */
    private static final String ADD_IF_FREE = ADD + " on conflict do nothing";

    private final Database database;

    TokenAdding(Database database) {
        this.database = database;
    }

    record New(TokenRecord token, SettingsVersions basis) {}

    @Override
    public Saved alone(New added) {
        return KnownTokens.concernsNew(added.token())
                ? database.saveInTransaction(session -> aloneWithHead(session, added))
                : database.save(ADD, to -> write(added, to));
    }

    private int aloneWithHead(Session session, New added) throws SQLException {
        int count = session.write(ADD, to -> write(added, to));
        if (count == 1) {
            KnownTokens.noteNew(session, List.of(added.token()));
        }
        return count;
    }

    /** What is not added has to be tried again alone, to find out why. */
    @Override
    public List<@Nullable Saved> together(List<New> added) {
        boolean withHeads = added.stream().map(New::token).anyMatch(KnownTokens::concernsNew);
        int[] counts = withHeads
                ? database.inTransaction(session -> addEachWithHead(session, added))
                : database.countEach(ADD_IF_FREE, added, (to, one) -> write(one, to));
        List<@Nullable Saved> saved = new ArrayList<>(counts.length);
        for (int count : counts) {
            saved.add(count == 0 ? null : Saved.SAVED);
        }
        return saved;
    }

    private int[] addEachWithHead(Session session, List<New> added) throws SQLException {
        int[] counts = session.countEach(ADD_IF_FREE, added, (to, one) -> write(one, to));
        KnownTokens.noteNew(
                session,
                IntStream.range(0, counts.length)
                        .filter(i -> counts[i] == 1)
                        .mapToObj(i -> added.get(i).token())
                        .toList());
        return counts;
    }

    private void write(New added, Parameters to) throws SQLException {
        TokenRecord token = added.token();
        SettingsVersions basis = added.basis();
        to.add(token.id()).add(token.service()).add(token.client()).add(token.subject());
        TokenRowMapper.write(token, to);
        to.add(basis.service()).add(basis.serviceVersion());
        to.add(basis.client()).add(basis.clientVersion());
    }
}
