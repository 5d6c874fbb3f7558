package dev.grantkeep.adapter.sql.flow;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.TokenExtras;
import dev.grantkeep.application.port.out.CodeInContext;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.token.Standing;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Between authorization codes and their rows. */
@Singleton
final class CodeRowMapper {
    /** What {@link #readInContext} reads: of the code k and its grant head h. */
    static final String COLUMNS = "k.hash, k.service_id, k.client_id, k.subject, k.scopes, k.client_generation,"
            + " k.generation, k.rewrite_number, k.redirect_uri, k.redirect_uri_given, k.challenge_method, k.challenge,"
            + " k.properties, k.details, k.created_at, k.expires_at, k.redeemed_as, "
            + GrantRowMapper.STATE_COLUMNS;

    private final TokenExtras extras;

    CodeRowMapper(TokenExtras extras) {
        this.extras = extras;
    }

    /** All columns of the code but {@code redeemed_as}. */
    void write(AuthorizationCode code, Parameters to) throws SQLException {
        to.add(code.hash())
                .add(code.service())
                .add(code.client())
                .add(code.subject())
                .add(code.scopes());
        to.add(code.standing().client());
        GrantRowMapper.writeStanding(code.standing().grant(), to);
        to.add(code.redirectUri()).add(code.redirectUriGiven());
        write(code.challenge(), to);
        to.add(extras.write(code.properties()))
                .add(extras.write(code.details()))
                .add(code.createdAt())
                .add(code.expiresAt());
    }

    private static void write(@Nullable CodeChallenge challenge, Parameters to) throws SQLException {
        to.add(challenge == null ? null : challenge.method().name()).add(challenge == null ? null : challenge.value());
    }

    CodeInContext readInContext(Row row) throws SQLException {
        return new CodeInContext(read(row), GrantRowMapper.readState(row));
    }

    private AuthorizationCode read(Row row) throws SQLException {
        return new AuthorizationCode(
                row.hash(),
                row.serviceId(),
                row.clientId(),
                row.subject(),
                row.scopes(),
                new Standing(row.generation(), GrantRowMapper.readStanding(row)),
                row.text(),
                row.flag(),
                readChallenge(row),
                extras.readProperties(row.textOrNull()),
                extras.readDetails(row.textOrNull()),
                row.instant(),
                row.instant(),
                row.tokenIdOrNull());
    }

    private static @Nullable CodeChallenge readChallenge(Row row) throws SQLException {
        @Nullable String method = row.textOrNull();
        @Nullable String value = row.textOrNull();
        return method == null || value == null ? null : new CodeChallenge(CodeChallenge.Method.valueOf(method), value);
    }
}
