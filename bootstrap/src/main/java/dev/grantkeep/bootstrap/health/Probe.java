package dev.grantkeep.bootstrap.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Tries whether a store can be written to. However often it is asked, one try is under way at a time, and its outcome
 * holds for a second: health checks are no load, and use no more than one connection.
 */
final class Probe implements HealthIndicator {
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final long HOLDS_FOR_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Executor THREADS =
            work -> Thread.ofPlatform().daemon().name("health").start(work);

    private final String name;
    private final Runnable write;
    private final Duration patience;
    private @Nullable CompletableFuture<Void> latest;
    private long begun;

    /**
     * @param write throws if it does not succeed; it is never interrupted
     * @param patience how long whoever asks waits for the outcome: a write that takes longer goes on, and counts as failed
     *     meanwhile
     */
    Probe(String name, Runnable write, Duration patience) {
        this.name = name;
        this.write = write;
        this.patience = patience;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(this::outcome);
    }

    private CompletableFuture<HealthResult> outcome() {
        return latest().copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> HealthResult.builder(
                                name, failure == null ? HealthStatus.UP : HealthStatus.DOWN)
                        .build());
    }

    private synchronized CompletableFuture<Void> latest() {
        @Nullable CompletableFuture<Void> current = latest;
        if (current == null || current.isDone() && System.nanoTime() - begun >= HOLDS_FOR_NANOS) {
            begun = System.nanoTime();
            current = CompletableFuture.runAsync(write, THREADS);
            latest = current;
        }
        return current;
    }
}
