package dev.grantkeep.domain.token;

import dev.grantkeep.domain.scope.ScopeSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The refresh token of a record. It is expired from {@code expiresAt} on.
 *
 * @param scopes what it can give, at least what the access token has (RFC 6749 section 6)
 * @param origin the hash of the last value that does not name its record and has been rotated since, because the caller
 *     chose it or refresh tokens had no tag then: a replay of it is found by this
 */
public record RefreshPart(
        TokenHash hash,
        Instant expiresAt,
        ScopeSet scopes,
        @Nullable TokenHash origin) {
    RefreshPart withScopes(ScopeSet newScopes) {
        return new RefreshPart(hash, expiresAt, newScopes, origin);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
