package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * What a user's yes gives, whatever was said yes to.
 *
 * @param asked the scopes of the request
 * @param targets those of the request
 * @param chosen the scopes that the user granted in place of those requested; null is those requested. {@code openid} is
 *     ignored unless it was requested
 * @param details what the authorization server says
 * @param told the claims that the client is told of the user
 */
public record Granting(
        Service service,
        NamedBy namedBy,
        RequestedScopes asked,
        Targets targets,
        Login login,
        @Nullable ScopeSet chosen,
        TokenDetails details,
        Members told) {

    /** The service or the client may have lost scopes since they were requested. */
    public ScopeSet scopes(Client client) {
        ScopeSet requested = asked.allowed();
        ScopeSet allowed = client.allowed(chosen == null ? requested : chosen, service);
        return requested.contains(ScopeName.OPENID) ? allowed : allowed.without(ScopeName.OPENID);
    }

    /** The details of a token with these scopes. */
    public TokenDetails details(ScopeSet granted) {
        return details.withTargets(details.targets().orAsked(targets))
                .withIdentity(identity(granted))
                .requestedBy(namedBy)
                .denyingScopes(granted.isEmpty() && asked.areWished());
    }

    /** The ready front answers userinfo by itself, from what was told at the login; elsewhere it is told again. */
    private Identity identity(ScopeSet granted) {
        Identity identity =
                details.identity().of(login).allowing(granted, told.tree().keySet());
        return service.settings().front().enabled() ? identity.telling(told) : identity;
    }
}
