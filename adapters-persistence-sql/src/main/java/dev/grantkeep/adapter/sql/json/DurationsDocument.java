package dev.grantkeep.adapter.sql.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Token durations in seconds; an absent one is not set. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DurationsDocument(
        @Nullable Long access,
        @Nullable Long refresh,
        @Nullable Long idToken) {
    public static DurationsDocument of(Durations durations) {
        return new DurationsDocument(
                seconds(durations.access()), seconds(durations.refresh()), seconds(durations.idToken()));
    }

    public Durations toDurations() {
        return new Durations(duration(access), duration(refresh), duration(idToken));
    }

    public static @Nullable Long seconds(@Nullable TokenDuration duration) {
        return duration == null ? null : duration.seconds();
    }

    public static @Nullable TokenDuration duration(@Nullable Long seconds) {
        return seconds == null ? null : TokenDuration.ofSeconds(seconds);
    }
}
