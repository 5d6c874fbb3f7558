package dev.grantkeep.adapter.sql.jdbc;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what takes too long. One thread looks ten times a second for it: a timed wait of each virtual thread, be it for
 * another or for a socket, would be an entry in the JDK's timer, and two of them a fifth of what an introspection costs
 * the server.
 */
final class Lateness {
    private static final Logger LOG = LoggerFactory.getLogger(Lateness.class);
    private static final long LOOK_MILLIS = 100;
    private static final Set<Watched> WATCHED = ConcurrentHashMap.newKeySet();

    static {
        Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("lateness").factory())
                .scheduleWithFixedDelay(Lateness::endTheLate, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Lateness() {}

    /** Something that may take so long; compared by identity. */
    interface Watched {
        /** Until when, as {@link System#nanoTime}. */
        long end();

        /** It is late. Called once at most, by another thread, perhaps just after {@link #release}. It returns at once. */
        void late();
    }

    static void watch(Watched watched) {
        WATCHED.add(watched);
    }

    /** It has ended in time, or its lateness is being seen to. */
    static void release(Watched watched) {
        WATCHED.remove(watched);
    }

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
        Watched wait = new Wait(future, System.nanoTime() + nanos);
        watch(wait);
        try {
            return future.join();
        } catch (CompletionException late) {
            throw (TimeoutException) new TimeoutException("it took too long").initCause(late);
        } finally {
            release(wait);
        }
    }

    private static void endTheLate() {
        long now = System.nanoTime();
        for (Watched watched : WATCHED) {
            if (now - watched.end() > 0 && WATCHED.remove(watched)) {
                end(watched);
            }
        }
    }

    /** Whatever happens to one, the others are looked after. */
    private static void end(Watched watched) {
        try {
            watched.late();
        } catch (RuntimeException | Error e) {
            LOG.error("What takes too long could not be ended", e);
            WATCHED.add(watched);
        }
    }

    private static final class Wait implements Watched {
        private final CompletableFuture<?> future;
        private final long end;

        Wait(CompletableFuture<?> future, long end) {
            this.future = future;
            this.end = end;
        }

        @Override
        public long end() {
            return end;
        }

        @Override
        public void late() {
            future.completeExceptionally(new TimeoutException("it took too long"));
        }
    }
}
