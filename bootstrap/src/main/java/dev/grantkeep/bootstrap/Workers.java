package dev.grantkeep.bootstrap;

import dev.grantkeep.adapter.rest.auth.Gate;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * The threads that requests run on. On SQL there are more of them than connections, because requests that come at the
 * same time share a trip to the database. They mostly wait for each other's trips, which costs a virtual thread little.
 */
@Factory
final class Workers {
    /** Before, a virtual thread that waits within {@code synchronized} keeps its carrier from all others (JEP 491). */
    private static final int FREE_OF_PINNING = 24;

    @Singleton
    @Named(Gate.EXECUTOR)
    @Bean(preDestroy = "shutdown")
    ExecutorService workers(@Property(name = "grantkeep.workers") int number) {
        return Executors.newFixedThreadPool(number, threads());
    }

    private static ThreadFactory threads() {
        Thread.Builder builder = Runtime.version().feature() >= FREE_OF_PINNING
                ? Thread.ofVirtual()
                : Thread.ofPlatform().daemon();
        return builder.name("worker-", 1).factory();
    }
}
