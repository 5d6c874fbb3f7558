package dev.grantkeep.domain.token;

import dev.grantkeep.domain.duration.Durations;
import org.jspecify.annotations.Nullable;

/**
 * What the authorization server wishes of a token beside what was granted.
 *
 * @param durations explicit durations; they win over all levels
 * @param persistent whether the access token never expires
 * @param access the access token to use; null generates one
 * @param refresh the refresh token to use, if the token gets one; null generates one
 */
public record TokenWish(
        Durations durations,
        boolean persistent,
        @Nullable TokenValue access,
        @Nullable TokenValue refresh) {
    public static final TokenWish NONE = of(Durations.UNSET, null);

    public static TokenWish of(Durations durations, @Nullable TokenValue access) {
        return new TokenWish(durations, false, access, null);
    }
}
