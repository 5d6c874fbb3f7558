package dev.grantkeep.application.port;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when the call that a thread works on has to be answered. Whatever the call waits for on its way takes from the
 * same time: a worker, others that go before it, a connection, the store's answer. So the sum is bounded, not only each
 * part.
 *
 * <p>What nobody waits for, such as the sweeper's work, has none.
 */
public final class Deadline {
    private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();
    private static final Deadline NONE = new Deadline(Long.MAX_VALUE, () -> 0);
    private static final Deadline PASSED = new Deadline(0, () -> 0);

    private final long end;
    private final LongSupplier nanoTime;

    private Deadline(long end, LongSupplier nanoTime) {
        this.end = end;
        this.nanoTime = nanoTime;
    }

    /** One that is so far away from now. */
    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    /**
     * One that is so far away from now, by a clock of its own.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + time.toNanos(), nanoTime);
    }

    /** One that has passed: what it is for is not begun any more. */
    public static Deadline passed() {
        return PASSED;
    }

    /** That of the call which this thread works on. */
    public static Deadline current() {
        @Nullable Deadline current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /** Does the work on this thread, held to this deadline. */
    public void hold(Runnable work) {
        @Nullable Deadline before = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** How long it is until then, in nanoseconds; 0 once it has passed, {@link Long#MAX_VALUE} if there is none. */
    public long nanosLeft() {
        return Math.max(0, end - nanoTime.getAsLong());
    }

    public boolean hasPassed() {
        return nanosLeft() == 0;
    }
}
