package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.authorization.ConsentOutcome.Acknowledged;
import dev.grantkeep.domain.authorization.ConsentOutcome.Granted;
import dev.grantkeep.domain.authorization.ConsentOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
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
        ScopeSet granted = grantedTo(client);
        if (Demands.onTokens(service, client, granted).isPresent()) {
            return Refused.DEMAND_NOT_MET;
        }
        return subject == null ? new Acknowledged(client) : new Granted(order(client, subject, granted));
    }

    /** The service or the client may have lost scopes since they were requested. */
    private ScopeSet grantedTo(Client client) {
        ScopeSet requested = request.scopes().allowed();
        ScopeSet allowed = client.allowed(scopes == null ? requested : scopes, service);
        return requested.contains(ScopeName.OPENID) ? allowed : allowed.without(ScopeName.OPENID);
    }

    /** The ready front answers userinfo by itself, from what was told at the login; elsewhere it is told again. */
    private Identity identity(ScopeSet granted) {
        Identity identity = details.identity()
                .of(request.login())
                .allowing(granted, told.tree().keySet());
        return service.settings().front().enabled() ? identity.telling(told) : identity;
    }

    private IssueOrder order(Client client, Subject user, ScopeSet granted) {
        TokenDetails given = details.withTargets(details.targets().orAsked(request.targets()))
                .withIdentity(identity(granted))
                .requestedBy(request.client().namedBy())
                .denyingScopes(granted.isEmpty() && request.scopes().areWished());
        return new IssueOrder(service, client, GrantType.IMPLICIT, user, granted, granted, wish, properties, given);
    }
}
