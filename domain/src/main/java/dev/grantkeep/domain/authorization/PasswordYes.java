package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.PasswordYesOutcome.Issuable;
import dev.grantkeep.domain.authorization.PasswordYesOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * That a user's password was right.
 *
 * @param wish what the authorization server wishes of the token
 * @param accessTokenClaims further claims of the token, if it is a JWT
 */
public record PasswordYes(
        Service service,
        PasswordTicket ticket,
        Subject subject,
        TokenWish wish,
        Properties properties,
        Members accessTokenClaims) {

    /**
     * Decides which token there is for it. The caller mints it.
     *
     * @param client the client of the request; null if it is gone
     */
    public PasswordYesOutcome decide(@Nullable Client client) {
        if (client == null) {
            return Refused.CLIENT_GONE;
        }
        if (client.locked()) {
            return Refused.CLIENT_LOCKED;
        }
        boolean allowed = service.settings().capabilities().supports(GrantType.PASSWORD)
                && client.settings().grantTypes().contains(GrantType.PASSWORD);
        if (!allowed) {
            return Refused.GRANT_TYPE_NOT_ALLOWED;
        }
        ScopeSet scopes = client.allowed(ticket.scopes().allowed(), service);
        return Demands.onTokens(service, client, scopes).isPresent()
                ? Refused.DEMAND_NOT_MET
                : new Issuable(order(client, scopes));
    }

    private IssueOrder order(Client client, ScopeSet scopes) {
        TokenDetails details = TokenDetails.ofRequest(
                        ticket.targets(), ticket.client().namedBy())
                .withIdentity(Identity.withClaims(accessTokenClaims))
                .denyingScopes(scopes.isEmpty() && ticket.scopes().areWished());
        return new IssueOrder(service, client, GrantType.PASSWORD, subject, scopes, scopes, wish, properties, details);
    }
}
