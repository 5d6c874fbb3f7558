package dev.grantkeep.domain.apps;

import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client can do for a user now: what its live tokens say together. A token is live as long as it or its refresh
 * token can be used.
 *
 * @param scopes of all of them
 * @param since when the first of them was issued; null if there is none
 * @param lastUsed as it was noted, at most once a day; null if there is none
 * @param lasting whether there is a refresh token, by which the client comes in while the user is away
 * @param lingers for how long a resource server that reads access tokens itself may still take one after access was ended;
 *     zero if none reads them itself
 */
public record Access(
        ScopeSet scopes, @Nullable Instant since, @Nullable Instant lastUsed, boolean lasting, Duration lingers) {

    public static Access of(List<TokenInContext> tokens, Service service, Instant now) {
        List<TokenInContext> live =
                tokens.stream().filter(token -> isLive(token, now)).toList();
        ScopeSet scopes = ScopeSet.EMPTY;
        for (TokenInContext token : live) {
            scopes = scopes.union(token.token().isRefreshable(now) ? token.refreshScopes() : token.scopes());
        }
        return new Access(
                scopes,
                live.stream()
                        .map(token -> token.token().createdAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                live.stream()
                        .map(token -> token.token().lastUsedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                live.stream().anyMatch(token -> token.token().isRefreshable(now)),
                service.settings().accessToken().isAbsent() ? Duration.ZERO : longest(live, now));
    }

    /** Whether there is none. */
    public boolean isNone() {
        return since == null;
    }

    /** What is left of the scopes if these are kept: also those without which the client does not work. */
    public ScopeSet narrowedTo(ScopeSet kept, App app) {
        return scopes.filter(scope -> kept.contains(scope) || app.required().contains(scope));
    }

    /** Those of a locked client too: they work again once it is unlocked. */
    private static boolean isLive(TokenInContext token, Instant now) {
        return !token.hasEnded(now)
                && (!token.token().access().isExpired(now) || token.token().isRefreshable(now));
    }

    private static Duration longest(List<TokenInContext> live, Instant now) {
        return live.stream()
                .map(token -> Duration.between(now, token.token().access().expiresAt()))
                .max(Comparator.naturalOrder())
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }
}
