package dev.grantkeep.bootstrap;

import dev.grantkeep.adapter.rest.auth.Gate;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that requests run on. On SQL there may be more of them at work than there are connections, because
 * requests that come at the same time share a trip to the database. They mostly wait for each other's trips, which costs
 * a virtual thread little.
 */
@Factory
final class Workers {
    /** Before, a virtual thread that waits within {@code synchronized} keeps its carrier from all others (JEP 491). */
    private static final int FREE_OF_PINNING = 24;

    @Singleton
    @Named(Gate.EXECUTOR)
    @Bean(preDestroy = "shutdown")
    ExecutorService workers(@Property(name = "grantkeep.workers") int most) {
        return Runtime.version().feature() >= FREE_OF_PINNING ? virtual(most) : platform(most);
    }

    /**
     * A thread for each request, which is cheaper than to hand the request to one that waits for it. Those beyond the
     * limit wait for their turn, first come, first served.
     */
    private static ExecutorService virtual(int most) {
        ThreadFactory threads = Thread.ofVirtual().name("worker").factory();
        Semaphore turns = new Semaphore(most, true);
        return Executors.newThreadPerTaskExecutor(task -> threads.newThread(() -> inTurn(turns, task)));
    }

    private static void inTurn(Semaphore turns, Runnable task) {
        turns.acquireUninterruptibly();
        try {
            task.run();
        } finally {
            turns.release();
        }
    }

    private static ExecutorService platform(int most) {
        return Executors.newFixedThreadPool(
                most, Thread.ofPlatform().daemon().name("worker-", 1).factory());
    }
}
