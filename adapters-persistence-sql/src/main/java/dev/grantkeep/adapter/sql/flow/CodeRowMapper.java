package dev.grantkeep.adapter.sql.flow;

import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.json.TokenExtras;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.document.RequestTree;
import dev.grantkeep.application.document.TokenTrees;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenHash;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between authorization codes and their rows. */
final class CodeRowMapper {
    /** What {@link #readInContext} reads: of the code k and its grant head h. */
    static final String COLUMNS = "k.hash, k.service_id, k.client_id, k.subject, k.scopes, k.client_generation,"
            + " k.generation, k.rewrite_number, k.redirect_uri, k.redirect_uri_given, k.challenge_method, k.challenge,"
            + " k.properties, k.details, k.created_at, k.expires_at, k.redeemed_as, "
            + GrantRowMapper.STATE_COLUMNS;

    /** Beside the details: the request that the code came from. */
    private static final String REQUEST = "request";

    private CodeRowMapper() {}

    /** All columns of the code but {@code redeemed_as}. */
    static void write(AuthorizationCode code, Parameters to) throws SQLException {
        to.add(code.hash())
                .add(code.service())
                .add(code.client())
                .add(code.subject())
                .add(code.scopes());
        to.add(code.standing().client());
        GrantRowMapper.writeStanding(code.standing().grant(), to);
        ResponseTarget target = code.request().target();
        to.add(target.redirectUri()).add(target.redirectUriGiven());
        write(code.request().challenge(), to);
        Map<String, Object> details = new LinkedHashMap<>(TokenTrees.of(code.details()));
        details.put(REQUEST, RequestTree.of(code.request()));
        to.add(TokenExtras.write(code.properties()))
                .add(JsonText.write(details))
                .add(code.createdAt())
                .add(code.expiresAt());
    }

    private static void write(@Nullable CodeChallenge challenge, Parameters to) throws SQLException {
        to.add(challenge == null ? null : challenge.method().name()).add(challenge == null ? null : challenge.value());
    }

    static CodeInContext readInContext(Row row) throws SQLException {
        return new CodeInContext(read(row), GrantRowMapper.readState(row));
    }

    private static AuthorizationCode read(Row row) throws SQLException {
        TokenHash hash = row.hash();
        ServiceId service = row.serviceId();
        ClientId client = row.clientId();
        Subject subject = row.subject();
        ScopeSet scopes = row.scopes();
        Standing standing = new Standing(row.generation(), GrantRowMapper.readStanding(row));
        ResponseTarget target = new ResponseTarget(row.text(), row.flag(), ResponseMode.QUERY, null);
        @Nullable CodeChallenge challenge = readChallenge(row);
        Properties properties = TokenExtras.readProperties(row.textOrNull());
        @Nullable String text = row.textOrNull();
        Map<String, Object> tree = text == null ? Map.of() : JsonText.read(text);
        TokenDetails details = TokenTrees.details(tree);
        return new AuthorizationCode(
                hash,
                service,
                request(
                        tree,
                        former -> new AuthorizationRequest(
                                new NamedClient(client, former.namedBy()),
                                target,
                                ResponseType.CODE,
                                new RequestedScopes(scopes, false),
                                challenge,
                                former.targets(),
                                null),
                        details),
                subject,
                scopes,
                standing,
                properties,
                details,
                row.instant(),
                row.instant(),
                row.tokenIdOrNull());
    }

    /** A code of before knows only the parts of its request that are needed to redeem it. */
    @SuppressWarnings("unchecked")
    private static AuthorizationRequest request(
            Map<String, Object> tree, Function<TokenDetails, AuthorizationRequest> former, TokenDetails details) {
        return tree.get(REQUEST) instanceof Map<?, ?> request
                ? RequestTree.read((Map<String, ?>) request)
                : former.apply(details);
    }

    private static @Nullable CodeChallenge readChallenge(Row row) throws SQLException {
        @Nullable String method = row.textOrNull();
        @Nullable String value = row.textOrNull();
        return method == null || value == null ? null : new CodeChallenge(CodeChallenge.Method.valueOf(method), value);
    }
}
