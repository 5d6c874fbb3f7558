package dev.grantkeep.bootstrap;

import dev.grantkeep.adapter.rest.auth.Gate;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/**
 * The threads that requests run on. On SQL there may be more of them at work than there are connections, because
 * requests that come at the same time share a trip to the database. They mostly wait for each other's trips, which costs
 * a virtual thread little.
 *
 * <p>Each request has one deadline, which runs from when it came. Whoever waits too long for a worker, or would be one
 * too many to wait, is not worked on: its deadline has passed when it begins, which {@link Gate} answers at once.
 */
@Factory
final class Workers {
    /** Before, a virtual thread that waits within {@code synchronized} keeps its carrier from all others (JEP 491). */
    private static final int FREE_OF_PINNING = 24;

    /** The memory for a call with the largest settings: a list of five, some 2 MiB each and their text, and as much again. */
    private static final long LARGE_CALL = 64 << 20;

    @Singleton
    @Named(Gate.EXECUTOR)
    @Bean(preDestroy = "shutdown")
    ExecutorService workers(WorkerSettings settings, MeterRegistry registry) {
        return watched("calls", settings, registry);
    }

    /**
     * Threads of the system, which shares the processors among them: large settings take long to compute, and virtual
     * threads, which give way only when they wait, would keep the few carriers from all hot calls.
     */
    @Singleton
    @Named(Gate.SETTINGS_EXECUTOR)
    @Bean(preDestroy = "shutdown")
    ExecutorService settingsWorkers(WorkerSettings settings, MeterRegistry registry) {
        int fitting = (int) Math.clamp(Runtime.getRuntime().maxMemory() / LARGE_CALL, 1, settings.workers());
        return watched("settings", new PlatformWorkers(settings.withWorkers(fitting)), registry);
    }

    private static ExecutorService watched(String name, WorkerSettings settings, MeterRegistry registry) {
        boolean virtual = Runtime.version().feature() >= FREE_OF_PINNING;
        return watched(name, virtual ? new VirtualWorkers(settings) : new PlatformWorkers(settings), registry);
    }

    private static ExecutorService watched(String name, WorkerLoad load, MeterRegistry registry) {
        Gauge.builder("grantkeep.workers.busy", load, WorkerLoad::busy)
                .description("Requests that are worked on")
                .tag("workers", name)
                .strongReference(true)
                .register(registry);
        Gauge.builder("grantkeep.workers.waiting", load, WorkerLoad::waiting)
                .description("Requests that wait for a worker")
                .tag("workers", name)
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("grantkeep.workers.refused", load, WorkerLoad::refused)
                .description("Requests that were answered 503 because they waited too long or were too many to wait")
                .tag("workers", name)
                .register(registry);
        return load.executor();
    }
}
