package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.IdTokenHint;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RequestedDetails;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of an authorization request whose errors go to the redirect URI. The first that fails is the answer. */
final class RequestChecks {
    private static final List<String> REFUSED = KnownParameters.refused(KnownParameters.ofAuthorization());

    private final Service service;
    private final Client client;
    private final RequestOrigin origin;
    private final Parameters parameters;
    private final boolean inObject;
    private final boolean objectRequired;
    private final RequestedDetails details;
    private final @Nullable AskedClaims claims;
    private final IdTokenHint hint;
    private final ResponseType type;

    RequestChecks(ReceivedRequest request, ResponseType type) {
        this.service = request.service();
        this.client = request.client();
        this.origin = request.origin();
        this.parameters = request.parameters();
        this.inObject = request.inObject();
        this.objectRequired = service.settings().requestObjects().required()
                || client.settings().requestObjects().required();
        this.details = request.details();
        this.claims = request.claims();
        this.hint = request.hint();
        this.type = type;
    }

    record Refusal(AuthorizationRefusal why, @Nullable String detail) {}

    Optional<Refusal> refusal() {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        this::repeatedParameter,
                        this::requestObject,
                        this::selfDescription,
                        this::unsupportedParameter,
                        this::pushed,
                        this::demand,
                        this::responseType,
                        this::scope,
                        this::openId,
                        this::demandOfScopes,
                        this::codeChallenge,
                        this::pages,
                        this::claims,
                        this::authorizationDetails,
                        this::resources)
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    ScopeSet scopes() {
        ScopeSet allowed = AskedScopes.allowed(parameters, service, client);
        return allowed.contains(ScopeName.OPENID) && !mayHaveOfflineAccess()
                ? allowed.without(ScopeName.OFFLINE_ACCESS)
                : allowed;
    }

    /** Else the scope is not taken for asked (OpenID Connect Core section 11). */
    private boolean mayHaveOfflineAccess() {
        return type.includesCode() && RequestHints.asksForConsent(parameters);
    }

    /** The challenge of a request that passed the checks. */
    Optional<CodeChallenge> challenge() {
        return parameters.value("code_challenge").map(value -> new CodeChallenge(method(), value));
    }

    private Optional<Refusal> repeatedParameter() {
        return parameters.repeated().map(name -> new Refusal(AuthorizationRefusal.PARAMETER_REPEATED, name));
    }

    private Optional<Refusal> selfDescription() {
        return parameters.value("registration").flatMap(text -> no(AuthorizationRefusal.REGISTRATION_NOT_SUPPORTED));
    }

    private Optional<Refusal> requestObject() {
        return objectRequired && !inObject ? no(AuthorizationRefusal.REQUEST_OBJECT_REQUIRED) : Optional.empty();
    }

    /** A parameter by which the client asks for a protection that is not given yet. */
    private Optional<Refusal> unsupportedParameter() {
        return REFUSED.stream()
                .filter(name -> parameters.value(name).isPresent())
                .findFirst()
                .map(name -> new Refusal(AuthorizationRefusal.PARAMETER_NOT_SUPPORTED, name));
    }

    private Optional<Refusal> pushed() {
        boolean required = service.settings().authorization().parRequired()
                || client.settings().requests().parRequired();
        return required && !origin.pushed() ? no(AuthorizationRefusal.PUSHED_REQUEST_REQUIRED) : Optional.empty();
    }

    private Optional<Refusal> demand() {
        return Demands.any(service, client).map(RequestChecks::notMet);
    }

    private Optional<Refusal> demandOfScopes() {
        return Demands.ofScopes(service, scopes()).map(RequestChecks::notMet);
    }

    private static Refusal notMet(Demand demand) {
        return new Refusal(AuthorizationRefusal.DEMAND_NOT_MET, demand.member());
    }

    private Optional<Refusal> claims() {
        if (claims == null) {
            return no(AuthorizationRefusal.CLAIMS_MALFORMED);
        }
        List<String> acrs = claims.acrs();
        return claims.acrIsEssential()
                        && !acrs.isEmpty()
                        && Collections.disjoint(
                                acrs, service.settings().logins().acrs())
                ? no(AuthorizationRefusal.ACR_NOT_SUPPORTED, String.join(" ", acrs))
                : Optional.empty();
    }

    private Optional<Refusal> responseType() {
        if (!service.settings().capabilities().supports(type)) {
            return no(AuthorizationRefusal.UNSUPPORTED_RESPONSE_TYPE, type.wireName());
        }
        if (!client.settings().responseTypes().contains(type)) {
            return no(AuthorizationRefusal.RESPONSE_TYPE_NOT_ALLOWED, type.wireName());
        }
        return grantType(type.includesCode(), GrantType.AUTHORIZATION_CODE)
                .or(() -> grantType(type.includesToken() || type.includesIdToken(), GrantType.IMPLICIT));
    }

    private Optional<Refusal> grantType(boolean needed, GrantType grantType) {
        boolean allowed = service.settings().capabilities().supports(grantType)
                && client.settings().grantTypes().contains(grantType);
        return needed && !allowed
                ? no(AuthorizationRefusal.GRANT_TYPE_NOT_ALLOWED, grantType.wireName())
                : Optional.empty();
    }

    private Optional<Refusal> scope() {
        if (AskedScopes.areMalformed(parameters)) {
            return no(AuthorizationRefusal.MALFORMED_SCOPE);
        }
        return scopes().isEmpty() && service.settings().authorization().scopeRequired()
                ? no(AuthorizationRefusal.SCOPE_REQUIRED)
                : Optional.empty();
    }

    /** What an ID token of the authorization endpoint needs. */
    private Optional<Refusal> openId() {
        if (!type.includesIdToken()) {
            return Optional.empty();
        }
        if (!scopes().contains(ScopeName.OPENID)) {
            return no(AuthorizationRefusal.OPENID_SCOPE_MISSING, type.wireName());
        }
        if (client.settings().idToken().isUnsigned()) {
            return no(AuthorizationRefusal.UNSIGNED_ID_TOKEN);
        }
        return parameters.value("nonce").isEmpty() ? no(AuthorizationRefusal.NONCE_REQUIRED) : Optional.empty();
    }

    private Optional<Refusal> codeChallenge() {
        Optional<String> challenge = parameters.value("code_challenge");
        if (challenge.isEmpty()) {
            return type.includesCode() && pkceRequired()
                    ? no(AuthorizationRefusal.CODE_CHALLENGE_REQUIRED)
                    : parameters
                            .value("code_challenge_method")
                            .flatMap(method -> no(AuthorizationRefusal.CODE_CHALLENGE_REQUIRED));
        }
        if (!methodIsKnown()) {
            return no(AuthorizationRefusal.CODE_CHALLENGE_METHOD_UNKNOWN);
        }
        if (!CodeChallenge.isWellFormed(challenge.get())) {
            return no(AuthorizationRefusal.CODE_CHALLENGE_MALFORMED);
        }
        return s256Required() && method() != CodeChallenge.Method.S256
                ? no(AuthorizationRefusal.CODE_CHALLENGE_S256_REQUIRED)
                : Optional.empty();
    }

    private Optional<Refusal> pages() {
        if (!RequestHints.promptIsValid(parameters, service.settings().logins())) {
            return no(AuthorizationRefusal.PROMPT_INVALID);
        }
        if (!RequestHints.displayIsValid(parameters, service.settings().logins())) {
            return no(AuthorizationRefusal.DISPLAY_INVALID);
        }
        if (!hint.valid()) {
            return no(AuthorizationRefusal.ID_TOKEN_HINT_INVALID);
        }
        if (!RequestHints.maxAgeIsValid(parameters)) {
            return no(AuthorizationRefusal.MAX_AGE_INVALID);
        }
        return RequestHints.needsLoginWithoutPage(parameters)
                ? no(AuthorizationRefusal.LOGIN_REQUIRED)
                : Optional.empty();
    }

    private Optional<Refusal> authorizationDetails() {
        return switch (details) {
            case RequestedDetails.None none -> Optional.empty();
            case RequestedDetails.Part part -> Optional.empty();
            case RequestedDetails.Malformed malformed -> no(AuthorizationRefusal.AUTHORIZATION_DETAILS_MALFORMED);
            case RequestedDetails.Unfit unfit -> no(AuthorizationRefusal.AUTHORIZATION_DETAILS_UNFIT, unfit.why());
            case RequestedDetails.Asked asked ->
                asked.refusedType(service, client)
                        .map(refused -> new Refusal(AuthorizationRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED, refused));
        };
    }

    private Optional<Refusal> resources() {
        return parameters.values("resource").stream()
                .filter(text -> !Resources.isValid(text))
                .findFirst()
                .map(text -> new Refusal(
                        Resources.isAbsolute(text)
                                ? AuthorizationRefusal.RESOURCE_WITH_FRAGMENT
                                : AuthorizationRefusal.RESOURCE_NOT_ABSOLUTE,
                        text));
    }

    private boolean pkceRequired() {
        return service.settings().authorization().pkceRequired()
                || client.settings().requests().pkceRequired();
    }

    private boolean s256Required() {
        return service.settings().authorization().pkceS256Required()
                || client.settings().requests().pkceS256Required();
    }

    private boolean methodIsKnown() {
        return parameters
                .value("code_challenge_method")
                .filter(name -> !name.equals("plain") && !name.equals("S256"))
                .isEmpty();
    }

    private CodeChallenge.Method method() {
        return parameters.value("code_challenge_method").filter("S256"::equals).isPresent()
                ? CodeChallenge.Method.S256
                : CodeChallenge.Method.PLAIN;
    }

    private static Optional<Refusal> no(AuthorizationRefusal why) {
        return Optional.of(new Refusal(why, null));
    }

    private static Optional<Refusal> no(AuthorizationRefusal why, String detail) {
        return Optional.of(new Refusal(why, detail));
    }
}
