package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.domain.event.Event;
import org.jspecify.annotations.Nullable;

/** Is told of what is asked of the stores, on the thread that asked. It must be quick and must not throw. */
public interface StoreWatch {
    /**
     * A store has answered, or has failed to.
     *
     * @param nanos how long it took
     * @param failure null if it answered
     */
    default void ended(StoreOperation operation, long nanos, @Nullable RuntimeException failure) {}

    /** Something has happened and is stored. */
    default void happened(Event.Kind kind) {}

    /** So many dead records are gone. */
    default void reclaimed(Reclaimer.Work work, int count) {}
}
