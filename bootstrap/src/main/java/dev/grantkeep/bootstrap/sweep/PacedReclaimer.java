package dev.grantkeep.bootstrap.sweep;

import dev.grantkeep.application.port.out.Reclaimer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Reclaims no faster than it is told to, in even steps, so that callers hardly notice. For one thread; each batch waits
 * until the ones before it have taken their share of the time.
 */
final class PacedReclaimer implements Reclaimer {
    /** What batches that took longer than their share may be late by and still be made up for. */
    private static final long MOST_TO_CATCH_UP = TimeUnit.MILLISECONDS.toNanos(200);

    private final Reclaimer reclaimer;
    private final int rowsPerSecond;
    private final LongSupplier nanoTime;
    private final Rest rest;
    private long next;

    /** Waiting, so that tests need not. */
    @FunctionalInterface
    interface Rest {
        void forNanos(long nanos);
    }

    PacedReclaimer(Reclaimer reclaimer, int rowsPerSecond) {
        this(reclaimer, rowsPerSecond, System::nanoTime, LockSupport::parkNanos);
    }

    PacedReclaimer(Reclaimer reclaimer, int rowsPerSecond, LongSupplier nanoTime, Rest rest) {
        this.reclaimer = reclaimer;
        this.rowsPerSecond = rowsPerSecond;
        this.nanoTime = nanoTime;
        this.rest = rest;
        next = nanoTime.getAsLong();
    }

    @Override
    public int reclaim(Work work, Instant now, int limit) {
        long early = next - nanoTime.getAsLong();
        if (early > 0) {
            rest.forNanos(early);
        }
        long start = Math.max(next, nanoTime.getAsLong() - MOST_TO_CATCH_UP);
        int reclaimed = reclaimer.reclaim(work, now, limit);
        next = start + reclaimed * TimeUnit.SECONDS.toNanos(1) / rowsPerSecond;
        return reclaimed;
    }
}
