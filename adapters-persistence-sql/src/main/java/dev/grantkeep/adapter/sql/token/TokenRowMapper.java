package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.TokenExtras;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.AccessPart;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Between token records and their rows. */
final class TokenRowMapper {
    /** What {@link #readInContext} reads: of the token t, its grant head h and its client c. */
    static final String COLUMNS = "t.id, t.service_id, t.client_id, t.subject, t.grant_type, t.client_generation,"
            + " t.generation, t.rewrite_number, t.access_hash, t.access_expires_at, t.scopes, t.refresh_hash,"
            + " t.refresh_expires_at, t.refresh_scopes, t.refresh_origin, t.properties, t.details, t.created_at,"
            + " t.last_refreshed_at, t.last_used_at, t.version, " + GrantRowMapper.STATE_COLUMNS
            + ", c.generation, c.locked, c.version";

    private TokenRowMapper() {}

    /**
     * All that a new state may change: grant_type, client_generation, generation, rewrite_number, access_hash,
     * access_expires_at, scopes, refresh_hash, refresh_expires_at, refresh_scopes, refresh_origin, properties, details,
     * created_at, last_refreshed_at, last_used_at, purge_at, version.
     */
    static void write(TokenRecord token, Parameters to) throws SQLException {
        to.add(GrantTypeCodes.codeOf(token.grantType())).add(token.standing().client());
        GrantRowMapper.writeStanding(token.standing().grant(), to);
        to.add(token.access().hash()).add(token.access().expiresAt()).add(token.scopes());
        write(token.refresh(), token.scopes(), to);
        to.add(TokenExtras.write(token.properties()))
                .add(TokenExtras.write(token.details()))
                .add(token.createdAt())
                .add(token.lastRefreshedAt())
                .add(token.lastUsedAt())
                .add(token.purgeAt())
                .add(token.version());
    }

    private static void write(@Nullable RefreshPart refresh, ScopeSet accessScopes, Parameters to) throws SQLException {
        to.add(refresh == null ? null : refresh.hash())
                .add(refresh == null ? null : refresh.expiresAt())
                .add(
                        refresh == null || refresh.scopes().toString().equals(accessScopes.toString())
                                ? null
                                : refresh.scopes())
                .add(refresh == null ? null : refresh.origin());
    }

    /** The token with its head and client; absent where a join found no token. */
    static @Nullable TokenInContext readInContext(Row row) throws SQLException {
        @Nullable TokenId id = row.tokenIdOrNull();
        return id == null
                ? null
                : new TokenInContext(read(id, row), GrantRowMapper.readState(row), readClientState(row));
    }

    private static TokenRecord read(TokenId id, Row row) throws SQLException {
        ServiceId service = row.serviceId();
        ClientId client = row.clientId();
        @Nullable Subject subject = row.subjectOrNull();
        GrantType grantType = GrantTypeCodes.typeOf(row.integer());
        Standing standing = new Standing(row.generation(), GrantRowMapper.readStanding(row));
        AccessPart access = new AccessPart(row.hash(), row.instant());
        ScopeSet scopes = row.scopes();
        return new TokenRecord(
                id,
                service,
                client,
                subject,
                grantType,
                standing,
                access,
                readRefresh(row, scopes),
                scopes,
                TokenExtras.readProperties(row.textOrNull()),
                TokenExtras.readDetails(row.textOrNull()),
                row.instant(),
                row.instantOrNull(),
                row.instant(),
                row.version());
    }

    private static @Nullable RefreshPart readRefresh(Row row, ScopeSet accessScopes) throws SQLException {
        @Nullable TokenHash hash = row.hashOrNull();
        @Nullable Instant expiresAt = row.instantOrNull();
        @Nullable ScopeSet scopes = row.scopesOrNull();
        @Nullable TokenHash origin = row.hashOrNull();
        return hash == null || expiresAt == null
                ? null
                : new RefreshPart(hash, expiresAt, scopes == null ? accessScopes : scopes, origin);
    }

    private static @Nullable ClientState readClientState(Row row) throws SQLException {
        @Nullable Long generation = row.numberOrNull();
        boolean locked = row.flag();
        long version = row.number();
        return generation == null ? null : new ClientState(new Generation(generation), locked, new Version(version));
    }
}
