package dev.grantkeep.domain.grant;

import dev.grantkeep.domain.scope.ScopeSet;
import java.time.Instant;

/**
 * The memory of consent ("granted scopes", contract 4.13): it outlives the tokens.
 *
 * @param latest what the last authorization granted
 * @param merged what all authorizations granted together, less what was taken back
 */
public record GrantedScopes(ScopeSet latest, ScopeSet merged, Instant modifiedAt) {
    static GrantedScopes first(ScopeSet scopes, Instant now) {
        return new GrantedScopes(scopes, scopes, now);
    }

    GrantedScopes plus(ScopeSet scopes, Instant now) {
        return new GrantedScopes(scopes, merged.union(scopes), now);
    }

    GrantedScopes keepingOnly(ScopeSet scopes, Instant now) {
        return new GrantedScopes(latest, merged.restrictedTo(scopes), now);
    }
}
