package dev.grantkeep.adapter.rest.auth;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong, in one line each second at most: a store that is gone fails thousands of calls in that time. How
 * many were passed over is in the next line.
 */
final class Complaints {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final AtomicLong next;
    private final AtomicInteger unsaid = new AtomicInteger();

    Complaints(Consumer<String> log) {
        this(log, System::nanoTime);
    }

    Complaints(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        next = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * @param operation what was asked, without anything secret
     */
    void say(String operation, @Nullable String why) {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + PAUSE_NANOS)) {
            unsaid.incrementAndGet();
            return;
        }
        int more = unsaid.getAndSet(0);
        log.accept(operation + ": " + why + (more == 0 ? "" : " (and " + more + " more before)"));
    }
}
