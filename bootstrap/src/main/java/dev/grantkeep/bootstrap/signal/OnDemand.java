package dev.grantkeep.bootstrap.signal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Meters that are found by their position, and made when they are first asked for: so there are none of what never happens,
 * and to find one costs a look into an array.
 */
final class OnDemand<M> {
    private final AtomicReferenceArray<@Nullable M> meters;
    private final IntFunction<M> making;

    /**
     * @param making gives the same meter for the same position: two threads may ask it at once
     */
    OnDemand(int positions, IntFunction<M> making) {
        meters = new AtomicReferenceArray<>(positions);
        this.making = making;
    }

    M at(int position) {
        @Nullable M meter = meters.get(position);
        return meter == null ? made(position) : meter;
    }

    M at(Enum<?> position) {
        return at(position.ordinal());
    }

    private M made(int position) {
        M meter = making.apply(position);
        meters.set(position, meter);
        return meter;
    }
}
