package dev.grantkeep.bootstrap;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that requests run on. There are more of them than the store has connections, because requests that come
 * at the same time share a trip to the store, and as few as that, because those that cannot share would only wait for a
 * connection. They mostly wait for each other's trips, and that costs a virtual thread much less.
 */
@Factory
final class Workers {
    /** Before, a virtual thread that waits within {@code synchronized} keeps its carrier from all others (JEP 491). */
    private static final int FREE_OF_PINNING = 24;

    @Singleton
    @Named(Gate.EXECUTOR)
    @Bean(preDestroy = "shutdown")
    ExecutorService workers(@Property(name = "grantkeep.workers") int number) {
        if (number < 1) {
            throw new StartupRefused("GRANTKEEP_WORKERS is a number from 1, not '" + number + "'.");
        }
        return Executors.newFixedThreadPool(number, threads());
    }

    private static ThreadFactory threads() {
        Thread.Builder builder = Runtime.version().feature() >= FREE_OF_PINNING
                ? Thread.ofVirtual()
                : Thread.ofPlatform().daemon();
        return builder.name("worker-", 1).factory();
    }
}
