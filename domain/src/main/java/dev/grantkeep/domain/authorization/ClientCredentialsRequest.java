package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.ClientCredentialsOutcome.DemandNotMet;
import dev.grantkeep.domain.authorization.ClientCredentialsOutcome.Issuable;
import dev.grantkeep.domain.authorization.ClientCredentialsOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish for a token of its own (RFC 6749 section 4.4).
 *
 * @param client the client, already authenticated
 * @param parameters those of the token request: {@code scope} and {@code resource}
 * @param details its parameter {@code authorization_details}
 * @param wish what the authorization server wishes of the token
 * @param accessTokenClaims further claims of the token, if it is a JWT
 */
public record ClientCredentialsRequest(
        Service service,
        Client client,
        NamedBy namedBy,
        Parameters parameters,
        RequestedDetails details,
        TokenWish wish,
        Properties properties,
        Members accessTokenClaims) {

    /** Decides which token there is, if any. The caller mints it. */
    public ClientCredentialsOutcome decide() {
        Refused refused = refusal();
        if (refused != null) {
            return refused;
        }
        ScopeSet scopes = AskedScopes.allowed(parameters, service, client);
        if (scopes.isEmpty() && service.settings().authorization().scopeRequired()) {
            return Refused.SCOPE_REQUIRED;
        }
        return Demands.ofScopes(service, scopes)
                .<ClientCredentialsOutcome>map(DemandNotMet::new)
                .orElseGet(() -> new Issuable(order(scopes)));
    }

    private @Nullable Refused refusal() {
        if (client.settings().type() == ClientType.PUBLIC || client.settings().authMethod() == ClientAuthMethod.NONE) {
            return Refused.PUBLIC_CLIENT;
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

    private IssueOrder order(ScopeSet scopes) {
        return new IssueOrder(
                service,
                client,
                GrantType.CLIENT_CREDENTIALS,
                null,
                scopes,
                scopes,
                wish,
                properties,
                TokenDetails.ofRequest(Targets.of(Resources.of(parameters), details.json()), namedBy)
                        .withIdentity(Identity.withClaims(accessTokenClaims))
                        .denyingScopes(AskedScopes.areDenied(parameters, scopes)));
    }
}
