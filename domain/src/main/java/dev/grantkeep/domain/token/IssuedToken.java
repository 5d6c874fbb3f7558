package dev.grantkeep.domain.token;

import dev.grantkeep.domain.duration.DurationDecision;
import org.jspecify.annotations.Nullable;

/**
 * A record with the values that only its holder will know, and how the durations came about.
 *
 * @param refreshDuration absent when the life of the refresh token was not decided anew
 */
public record IssuedToken(
        TokenRecord record,
        TokenValue access,
        @Nullable TokenValue refresh,
        DurationDecision accessDuration,
        @Nullable DurationDecision refreshDuration) {}
