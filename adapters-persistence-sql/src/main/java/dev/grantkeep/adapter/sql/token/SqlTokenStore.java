package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.port.out.Basis;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.Seen;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import jakarta.inject.Singleton;
import java.sql.SQLException;

// token (service_id, client_id, client_generation, generation, access_expires_at, purge_at, created_at, last_used_at,
// refresh_expires_at, last_refreshed_at, version, rewrite_number, grant_type, id, access_hash, refresh_hash,
// refresh_origin, subject, scopes, refresh_scopes, properties, details).
//   by access hash               token_access (access_hash, service_id), unique
//   by refresh hash              token_refresh (refresh_hash, service_id), unique
//   by origin of refresh token   token_refresh_origin (refresh_origin, service_id), unique
//   by id; replace, remove       primary key (id, service_id)
//   elsewhere                    the same, by their first column
// Its head, client and service are joined by their primary keys.
/** The table {@code token}. */
@Singleton
final class SqlTokenStore implements TokenStore {
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
    private static final String REPLACE = """
            update token
            set grant_type = ?, client_generation = ?, generation = ?, rewrite_number = ?, access_hash = ?,
                access_expires_at = ?, scopes = ?, refresh_hash = ?, refresh_expires_at = ?, refresh_scopes = ?,
                refresh_origin = ?, properties = ?, details = ?, created_at = ?, last_refreshed_at = ?,
                last_used_at = ?, purge_at = ?, version = ?
            where id = ? and service_id = ? and version = ?
            """;
    private static final String NOTE_USE =
            "update token set last_used_at = ?, purge_at = ? where id = ? and service_id = ? and version = ?";

    private final Database database;
    private final TokenRowMapper rows;
    private final TokenRemoval removal;

    SqlTokenStore(Database database, TokenRowMapper rows, TokenRemoval removal) {
        this.database = database;
        this.rows = rows;
        this.removal = removal;
    }

    @Override
    public Saved add(TokenRecord token, Basis basis) {
        return database.save(ADD, to -> {
            writeKey(token, to).add(token.client()).add(token.subject());
            rows.write(token, to);
            to.add(basis.service()).add(basis.serviceVersion());
            to.add(basis.client()).add(basis.clientVersion());
        });
    }

    @Override
    public Seen<TokenInContext> find(ServiceId service, TokenLocator locator) {
        return database.first(
                        TokenLookup.of(locator).find(),
                        to -> TokenLookup.write(locator, to).add(service),
                        this::seen)
                .orElseGet(() -> new Seen<>(null, null));
    }

    private Seen<TokenInContext> seen(Row row) throws SQLException {
        return new Seen<>(row.version(), rows.readInContext(row));
    }

    @Override
    public boolean existsElsewhere(ServiceId service, TokenLocator locator) {
        return database.exists(
                TokenLookup.of(locator).elsewhere(),
                to -> TokenLookup.write(locator, to).add(service));
    }

    @Override
    public Saved replace(TokenRecord token) {
        return database.save(REPLACE, to -> {
            rows.write(token, to);
            writeKey(token, to).addPrevious(token.version());
        });
    }

    @Override
    public boolean remove(ServiceId service, TokenId id) {
        return removal.remove(service, id);
    }

    @Override
    public void noteUse(TokenRecord token) {
        database.write(NOTE_USE, to -> {
            to.add(token.lastUsedAt()).add(token.purgeAt());
            writeKey(token, to).add(token.version());
        });
    }

    private static Parameters writeKey(TokenRecord token, Parameters to) throws SQLException {
        return to.add(token.id()).add(token.service());
    }
}
