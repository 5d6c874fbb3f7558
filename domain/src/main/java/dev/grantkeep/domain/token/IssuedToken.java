package dev.grantkeep.domain.token;

import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record with the values that only its holder will know, and how the durations came about.
 *
 * @param refreshDuration absent when the life of the refresh token was not decided anew
 * @param jwt the access token as its client gets it, where that is not the value itself
 */
public record IssuedToken(
        TokenRecord record,
        TokenValue access,
        @Nullable TokenValue refresh,
        DurationDecision accessDuration,
        @Nullable DurationDecision refreshDuration,
        @Nullable AccessJwt jwt) {
    IssuedToken(
            TokenRecord record,
            TokenValue access,
            @Nullable TokenValue refresh,
            DurationDecision accessDuration,
            @Nullable DurationDecision refreshDuration) {
        this(record, access, refresh, accessDuration, refreshDuration, null);
    }

    /** The same, and its client gets the access token as this; null is the value itself. */
    public IssuedToken as(@Nullable AccessJwt newJwt) {
        return newJwt == null
                ? this
                : new IssuedToken(record, access, refresh, accessDuration, refreshDuration, newJwt);
    }

    /** The access token as its client gets it. */
    public String accessForClient() {
        return jwt == null ? access.value() : jwt.compact();
    }

    /** When the access token was issued. */
    public Instant issuedAt() {
        return record.lastRefreshedAt() == null ? record.createdAt() : record.lastRefreshedAt();
    }

    /** The record to be stored: a new one, or the next state of one that was refreshed. */
    public Change<TokenRecord> change() {
        boolean isNew = record.version().equals(Version.FIRST);
        return Change.of(record, isNew ? Event.Kind.TOKEN_ISSUED : Event.Kind.TOKEN_REFRESHED, record.lastUsedAt());
    }
}
