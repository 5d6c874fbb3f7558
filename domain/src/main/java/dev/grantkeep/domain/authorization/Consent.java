package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.ConsentOutcome.Acknowledged;
import dev.grantkeep.domain.authorization.ConsentOutcome.Granted;
import dev.grantkeep.domain.authorization.ConsentOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * A user's yes to an authorization request.
 *
 * @param subject the user; only the response type {@code none} does without (OAuth 2.0 Multiple Response Types, section 4)
 * @param scopes those that the user granted in place of those requested; null is those requested. {@code openid} is
 *     ignored unless it was requested
 * @param wish what the authorization server wishes of a token that is issued at once
 * @param told the claims that the client is told of the user
 */
public record Consent(
        Service service,
        AuthorizationRequest request,
        @Nullable Subject subject,
        @Nullable ScopeSet scopes,
        TokenWish wish,
        Properties properties,
        TokenDetails details,
        Members told) {

    /**
     * Decides what is given for it. The caller issues that.
     *
     * @param client the client of the request; null if it is gone
     */
    public ConsentOutcome decide(@Nullable Client client) {
        if (subject == null && request.responseType() != ResponseType.NONE) {
            return Refused.SUBJECT_MISSING;
        }
        if (client == null) {
            return Refused.CLIENT_GONE;
        }
        if (client.locked()) {
            return Refused.CLIENT_LOCKED;
        }
        ScopeSet granted = granting().scopes(client);
        if (Demands.onTokens(service, client, granted).isPresent()) {
            return Refused.DEMAND_NOT_MET;
        }
        return subject == null ? new Acknowledged(client) : new Granted(order(client, subject, granted));
    }

    private Granting granting() {
        return new Granting(
                service,
                request.client().namedBy(),
                request.scopes(),
                request.targets(),
                request.login(),
                scopes,
                details,
                told);
    }

    private IssueOrder order(Client client, Subject user, ScopeSet granted) {
        return new IssueOrder(
                service,
                client,
                GrantType.IMPLICIT,
                user,
                granted,
                granted,
                wish,
                properties,
                granting().details(granted));
    }
}
