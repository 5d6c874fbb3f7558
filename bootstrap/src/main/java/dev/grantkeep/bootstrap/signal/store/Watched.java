package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all watched stores do around what is asked of them. */
abstract class Watched {
    private final StoreWatch[] watches;

    Watched(Collection<StoreWatch> watches) {
        this.watches = watches.toArray(StoreWatch[]::new);
    }

    final <T> T timed(StoreOperation operation, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            T answer = work.get();
            ended(operation, begun, null);
            return answer;
        } catch (RuntimeException e) {
            ended(operation, begun, e);
            throw e;
        }
    }

    /** A write, by which something has happened if it was saved. */
    final Saved saved(StoreOperation operation, Change<?> change, Supplier<Saved> work) {
        Saved saved = timed(operation, work);
        if (saved == Saved.SAVED) {
            happened(change.event());
        }
        return saved;
    }

    /** A removal, by which something has happened if there was something. */
    final boolean removed(StoreOperation operation, Event event, BooleanSupplier work) {
        boolean removed = timed(operation, work::getAsBoolean);
        if (removed) {
            happened(event);
        }
        return removed;
    }

    final void happened(@Nullable Event event) {
        if (event != null) {
            for (StoreWatch watch : watches) {
                watch.happened(event.kind());
            }
        }
    }

    final StoreWatch[] watches() {
        return watches;
    }

    private void ended(StoreOperation operation, long begun, @Nullable RuntimeException failure) {
        long nanos = System.nanoTime() - begun;
        for (StoreWatch watch : watches) {
            watch.ended(operation, nanos, failure);
        }
    }
}
