package dev.grantkeep.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision leaves to be saved: the next state, and what happened by it. A store saves both or neither.
 *
 * @param event absent if nothing happened that anybody could want to know
 */
public record Change<S>(S state, @Nullable Event event) {
    public static <S> Change<S> of(S state, Event.Kind kind, Instant at) {
        return new Change<>(state, new Event(kind, at));
    }

    /** A change that nobody could want to know of. */
    public static <S> Change<S> quiet(S state) {
        return new Change<>(state, null);
    }
}
