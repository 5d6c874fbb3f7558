package dev.grantkeep.adapter.sql.jdbc;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a future, but not for too long. One thread looks ten times a second for those who wait too long: a timed wait of
 * each would be an entry in the JDK's timer, an eighth of what an introspection costs the server.
 */
final class Lateness {
    private static final long LOOK_MILLIS = 100;
    private static final Map<CompletableFuture<?>, Long> WAITING = new ConcurrentHashMap<>();

    static {
        Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("trips-watch").factory())
                .scheduleWithFixedDelay(Lateness::endTheLate, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Lateness() {}

    /**
     * What the future comes to.
     *
     * @param nanos how long it may take, give or take a tenth of a second; the greatest long is for ever
     * @throws TimeoutException if it took longer; the future has failed then
     */
    static <T> T await(CompletableFuture<T> future, long nanos) throws TimeoutException {
        if (nanos == Long.MAX_VALUE || future.isDone()) {
            return future.join();
        }
        if (nanos <= 0) {
            throw new TimeoutException("no time is left");
        }
        WAITING.put(future, System.nanoTime() + nanos);
        try {
            return future.join();
        } catch (CompletionException late) {
            throw (TimeoutException) new TimeoutException("it took too long").initCause(late);
        } finally {
            WAITING.remove(future);
        }
    }

    private static void endTheLate() {
        long now = System.nanoTime();
        WAITING.forEach((future, end) -> {
            if (now - end > 0) {
                future.completeExceptionally(new TimeoutException("it took too long"));
            }
        });
    }
}
