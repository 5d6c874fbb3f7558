package dev.grantkeep.application.document;

import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.token.Targets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An authorization request, as tickets and codes store it: a tree of JDK values, which changes only by additions. */
public final class RequestTree {
    private static final String CHALLENGE = "challenge";

    private RequestTree() {}

    public static Map<String, Object> of(AuthorizationRequest request) {
        ResponseTarget target = request.target();
        @Nullable CodeChallenge challenge = request.challenge();
        return new TreeWriter()
                .put("client", request.client().id().value())
                .put("clientIdAliasUsed", (Object) (request.client().namedBy() == NamedBy.ALIAS))
                .put("responseType", request.responseType())
                .put("responseMode", target.mode())
                .put("redirectUri", target.redirectUri())
                .put("redirectUriGiven", (Object) target.redirectUriGiven())
                .put("scopes", request.scopes().allowed().toString())
                .put("state", target.state())
                .put("challengeMethod", challenge == null ? null : challenge.method())
                .put(CHALLENGE, challenge == null ? null : challenge.value())
                .put("resources", request.targets().resources())
                .put("context", request.context())
                .putIf("scopesDenied", request.scopes().denied())
                .put("authorizationDetails", request.targets().authorizationDetails())
                .put("nonce", request.login().nonce())
                .putAny("idTokenClaims", request.login().idTokenClaims())
                .putAny("userInfoClaims", TokenTrees.of(request.login().userInfo()))
                .tree();
    }

    /** @param tree as {@link #of} gives it; what a code alone needs no more may be absent */
    public static AuthorizationRequest read(Map<String, ?> tree) {
        TreeReader from = new TreeReader(tree);
        return new AuthorizationRequest(
                new NamedClient(new ClientId(from.number("client")), NamedBy.aliasIf(from.flag("clientIdAliasUsed"))),
                new ResponseTarget(
                        from.text("redirectUri"),
                        from.flag("redirectUriGiven"),
                        from.name("responseMode", ResponseMode.QUERY),
                        from.textOrNull("state")),
                from.name("responseType", ResponseType.CODE),
                new RequestedScopes(from.scopes("scopes"), from.flag("scopesDenied")),
                challenge(from),
                Targets.of(from.texts("resources"), from.textOrNull("authorizationDetails")),
                new Login(
                        from.textOrNull("nonce"),
                        from.texts("idTokenClaims"),
                        TokenTrees.claims(from.object("userInfoClaims"))),
                from.textOrNull("context"));
    }

    /** On MongoDB it was an object with method and value once. */
    private static @Nullable CodeChallenge challenge(TreeReader from) {
        if (from.members().get(CHALLENGE) == null) {
            return null;
        }
        TreeReader former = new TreeReader(from.object(CHALLENGE));
        return former.members().isEmpty()
                ? new CodeChallenge(from.name("challengeMethod", CodeChallenge.Method.class), from.text(CHALLENGE))
                : new CodeChallenge(former.name("method", CodeChallenge.Method.class), former.text("value"));
    }
}
