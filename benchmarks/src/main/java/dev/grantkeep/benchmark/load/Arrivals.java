package dev.grantkeep.benchmark.load;

import java.util.Random;

/**
 * When requests are due that many callers make who do not know of each other: the gaps between them are exponentially
 * distributed (a Poisson process). The same seed gives the same gaps.
 */
public final class Arrivals {
    /** No more are due. */
    static final long NONE = Long.MAX_VALUE;

    private final double meanNanos;
    private final double seconds;
    private final Random random;
    private long end;
    private long last;

    /**
     * Requests for so many seconds.
     *
     * @param perSecond how many, on average
     */
    public Arrivals(double perSecond, double seconds, long seed) {
        this.meanNanos = 1e9 / perSecond;
        this.seconds = seconds;
        this.random = new Random(seed);
    }

    /** The time from which on they are due, as {@link System#nanoTime} has it. */
    synchronized void begin(long nanos) {
        last = nanos;
        end = nanos + (long) (seconds * 1e9);
    }

    /** When the next one is due, or {@link #NONE}. */
    synchronized long next() {
        last += (long) (-Math.log(1 - random.nextDouble()) * meanNanos);
        return last - end < 0 ? last : NONE;
    }
}
