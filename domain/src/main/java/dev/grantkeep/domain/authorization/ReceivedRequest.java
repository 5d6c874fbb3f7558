package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.RequestVerdict.Refused;
import dev.grantkeep.domain.authorization.RequestVerdict.Valid;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.IdTokenHint;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Targets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request as it was received (RFC 6749 section 4.1.1).
 *
 * @param origin how it came
 * @param client the one that it names
 * @param parameters those that count
 * @param inObject whether they are from a request object (RFC 9101)
 * @param details its parameter {@code authorization_details}
 * @param claims its parameter {@code claims}; null if that is malformed
 * @param hint its parameter {@code id_token_hint}
 * @param context free text of the authorization server, kept with the request
 */
public record ReceivedRequest(
        Service service,
        Client client,
        RequestOrigin origin,
        Parameters parameters,
        boolean inObject,
        RequestedDetails details,
        @Nullable AskedClaims claims,
        IdTokenHint hint,
        @Nullable String context) {

    /**
     * Judges the request. First what an error must not be redirected for (the redirect URI, and a response type that is not
     * there); then the rest, whose errors go to the redirect URI (RFC 6749 section 4.1.2.1).
     */
    public RequestVerdict decide() {
        RedirectUris.Choice redirect = RedirectUris.choose(parameters, service, client, origin);
        if (redirect.refusal() != null) {
            return new Refused(redirect.refusal(), redirect.uri(), null);
        }
        ResponseTarget target = target(redirect, ResponseModes.ofNoType(parameters, client));
        if (parameters.isRepeated("response_type")) {
            return new Refused(AuthorizationRefusal.PARAMETER_REPEATED, "response_type", target);
        }
        Optional<String> name = parameters.value("response_type");
        return name.isEmpty()
                ? new Refused(AuthorizationRefusal.NO_RESPONSE_TYPE, null, null)
                : ResponseType.ofWireName(name.get())
                        .map(type -> decide(redirect, type))
                        .orElseGet(() -> new Refused(AuthorizationRefusal.UNKNOWN_RESPONSE_TYPE, name.get(), target));
    }

    private RequestVerdict decide(RedirectUris.Choice redirect, ResponseType type) {
        ResponseModes.Choice mode = ResponseModes.choose(parameters, type, client);
        ResponseTarget target = target(redirect, mode.mode());
        if (mode.refusal() == AuthorizationRefusal.RESPONSE_NOT_SIGNED) {
            return new Refused(mode.refusal(), null, target);
        }
        RequestChecks checks = new RequestChecks(this, type);
        Optional<RequestChecks.Refusal> refusal = checks.refusal();
        if (refusal.isPresent()) {
            AuthorizationRefusal why = refusal.get().why();
            return new Refused(
                    why, refusal.get().detail(), why == AuthorizationRefusal.OPENID_SCOPE_MISSING ? null : target);
        }
        if (!redirect.given() && checks.scopes().contains(ScopeName.OPENID)) {
            return new Refused(AuthorizationRefusal.OPENID_REDIRECT_URI_MISSING, null, null);
        }
        if (mode.refusal() != null) {
            return new Refused(mode.refusal(), null, target);
        }
        return ResponseModes.isAllowed(mode.mode(), type, client)
                ? new Valid(
                        request(target, type, checks),
                        RequestHints.of(parameters, Objects.requireNonNull(claims), hint, client))
                : new Refused(
                        AuthorizationRefusal.RESPONSE_MODE_NOT_ALLOWED,
                        mode.mode().wireName(),
                        target);
    }

    /** The client as these parameters name it. */
    public static NamedClient named(Client client, Parameters parameters) {
        boolean byId = parameters
                .value("client_id")
                .filter(client.id().toString()::equals)
                .isPresent();
        return new NamedClient(client.id(), NamedBy.aliasIf(!byId));
    }

    /**
     * Where an error goes of a request that cannot be judged, by these of its parameters.
     *
     * @return null if there is no redirect URI that can be trusted
     */
    static @Nullable ResponseTarget errorTarget(Service service, Client client, Parameters parameters) {
        RedirectUris.Choice redirect = RedirectUris.choose(parameters, service, client, RequestOrigin.BROWSER);
        ResponseMode mode = parameters
                .value("response_type")
                .flatMap(ResponseType::ofWireName)
                .map(type -> ResponseModes.choose(parameters, type, client).mode())
                .orElseGet(() -> ResponseModes.ofNoType(parameters, client));
        return redirect.refusal() == null ? target(parameters, redirect, mode) : null;
    }

    private ResponseTarget target(RedirectUris.Choice redirect, ResponseMode mode) {
        return target(parameters, redirect, mode);
    }

    /** A state that stands twice goes back not at all: either might be another's. */
    private static ResponseTarget target(Parameters parameters, RedirectUris.Choice redirect, ResponseMode mode) {
        String state = parameters.isRepeated("state")
                ? null
                : parameters.value("state").orElse(null);
        return new ResponseTarget(redirect.uri(), redirect.given(), mode, state);
    }

    private Login login(AskedClaims asked) {
        return new Login(parameters.value("nonce").orElse(null), asked.idToken().names(), asked.userInfo());
    }

    private AuthorizationRequest request(ResponseTarget target, ResponseType type, RequestChecks checks) {
        return new AuthorizationRequest(
                named(client, parameters),
                target,
                type,
                new RequestedScopes(checks.scopes(), AskedScopes.areDenied(parameters, checks.scopes())),
                checks.challenge().orElse(null),
                Targets.of(Resources.of(parameters), details.json()),
                login(Objects.requireNonNull(claims)),
                context);
    }
}
