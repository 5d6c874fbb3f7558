package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.PasswordOutcome.Askable;
import dev.grantkeep.domain.authorization.PasswordOutcome.DemandNotMet;
import dev.grantkeep.domain.authorization.PasswordOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Targets;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish for a token by a user's name and password (RFC 6749 section 4.3).
 *
 * @param client the client, already authenticated
 * @param parameters those of the token request
 * @param details its parameter {@code authorization_details}
 */
public record PasswordRequest(Service service, Client client, Parameters parameters, RequestedDetails details) {

    /** Decides whether the password is to be checked. */
    public PasswordOutcome decide() {
        Refused refused = refusal();
        if (refused != null) {
            return refused;
        }
        ScopeSet scopes = AskedScopes.allowed(parameters, service, client);
        if (scopes.isEmpty() && service.settings().authorization().scopeRequired()) {
            return Refused.SCOPE_REQUIRED;
        }
        return Demands.ofScopes(service, scopes)
                .<PasswordOutcome>map(DemandNotMet::new)
                .orElseGet(() -> new Askable(
                        new RequestedScopes(scopes, AskedScopes.areDenied(parameters, scopes)),
                        Targets.of(Resources.of(parameters), details.json())));
    }

    private @Nullable Refused refusal() {
        if (parameters.value("username").isEmpty()) {
            return Refused.USERNAME_MISSING;
        }
        if (parameters.value("password").isEmpty()) {
            return Refused.PASSWORD_MISSING;
        }
        if (AskedScopes.areMalformed(parameters)) {
            return Refused.SCOPE_MALFORMED;
        }
        if (Resources.areMalformed(parameters)) {
            return Refused.RESOURCE_MALFORMED;
        }
        return switch (details) {
            case RequestedDetails.None none -> null;
            case RequestedDetails.Part part -> null;
            case RequestedDetails.Malformed malformed -> Refused.DETAILS_MALFORMED;
            case RequestedDetails.Unfit unfit -> Refused.DETAILS_UNFIT;
            case RequestedDetails.Asked asked ->
                asked.refusedType(service, client).isPresent() ? Refused.DETAILS_TYPE_REFUSED : null;
        };
    }
}
