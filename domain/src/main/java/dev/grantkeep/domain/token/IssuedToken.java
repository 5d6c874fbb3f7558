package dev.grantkeep.domain.token;

import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.value.Version;
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
        @Nullable DurationDecision refreshDuration) {

    /** The record to be stored: a new one, or the next state of one that was refreshed. */
    public Change<TokenRecord> change() {
        boolean isNew = record.version().equals(Version.FIRST);
        return Change.of(record, isNew ? Event.Kind.TOKEN_ISSUED : Event.Kind.TOKEN_REFRESHED, record.lastUsedAt());
    }
}
