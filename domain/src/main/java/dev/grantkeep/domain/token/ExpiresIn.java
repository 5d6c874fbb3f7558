package dev.grantkeep.domain.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/** For how many seconds a record's tokens live, counted from when they were given out. */
public final class ExpiresIn {
    private ExpiresIn() {}

    /** Empty for a persistent access token. */
    public static OptionalLong ofAccess(TokenRecord token) {
        return token.access().isPersistent()
                ? OptionalLong.empty()
                : OptionalLong.of(seconds(givenOutAt(token), token.access().expiresAt()));
    }

    /**
     * Empty for a persistent access token. A started second counts.
     *
     * @param now when an access token that was given out before is given out once more
     */
    public static OptionalLong ofAccess(TokenRecord token, Instant now) {
        return token.access().isPersistent()
                ? OptionalLong.empty()
                : OptionalLong.of(seconds(now, token.access().expiresAt().plusMillis(999)));
    }

    public static long ofRefresh(TokenRecord token, RefreshPart refresh) {
        return seconds(givenOutAt(token), refresh.expiresAt());
    }

    /**
     * A started second counts.
     *
     * @param now when a refresh token that was given out before is given out once more
     */
    public static long ofRefresh(RefreshPart refresh, Instant now) {
        return seconds(now, refresh.expiresAt().plusMillis(999));
    }

    private static Instant givenOutAt(TokenRecord token) {
        return Objects.requireNonNullElse(token.lastRefreshedAt(), token.createdAt());
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
