package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.scope.ScopeSet;

/**
 * The scopes of a request.
 *
 * @param allowed those that the service supports and the client may request, or the defaults
 * @param denied whether the client asked for scopes and may have none of them: it has to be told
 */
public record RequestedScopes(ScopeSet allowed, boolean denied) {
    /** Whether the client can expect to be told of its scopes. */
    public boolean areWished() {
        return denied || !allowed.isEmpty();
    }
}
