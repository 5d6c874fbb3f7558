package dev.grantkeep.benchmark.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to become true. */
public final class Waiting {
    private Waiting() {}

    /**
     * Asks again and again.
     *
     * @throws IllegalStateException if it is not true in time
     */
    public static void until(BooleanSupplier condition, Duration atMost, Duration between, String what) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " took more than " + atMost.toSeconds() + " s");
            }
            pause(between);
        }
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
