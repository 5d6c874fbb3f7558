package dev.grantkeep.bootstrap.signal;

import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.bootstrap.signal.store.StoreOperation;
import dev.grantkeep.bootstrap.signal.store.StoreWatch;
import dev.grantkeep.domain.event.Event;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes the time of what is asked of the store, and counts its failures, what happened, and what was reclaimed. */
@Singleton
final class StoreMeters implements StoreWatch {
    private static final StoreOperation[] OPERATIONS = StoreOperation.values();
    private static final Event.Kind[] KINDS = Event.Kind.values();
    private static final Reclaimer.Work[] WORKS = Reclaimer.Work.values();

    private final MeterRegistry registry;
    private final OnDemand<Timer> timers = new OnDemand<>(OPERATIONS.length, this::timer);
    private final OnDemand<Counter> events = new OnDemand<>(KINDS.length, this::event);
    private final OnDemand<Counter> reclaimed = new OnDemand<>(WORKS.length, this::reclaimed);

    StoreMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private Timer timer(int operation) {
        return Times.timer("grantkeep.store", "How long the store took, failures included")
                .tag("operation", OPERATIONS[operation].label())
                .register(registry);
    }

    private Counter event(int kind) {
        return Counter.builder("grantkeep.events")
                .description("What happened to services, clients, grants and tokens, and is stored")
                .tag("event", Labels.of(KINDS[kind]))
                .register(registry);
    }

    private Counter reclaimed(int work) {
        return Counter.builder("grantkeep.reclaimed")
                .description("Dead records that this node has reclaimed")
                .tag("work", Labels.of(WORKS[work]))
                .register(registry);
    }

    @Override
    public void ended(StoreOperation operation, long nanos, @Nullable RuntimeException failure) {
        timers.at(operation).record(nanos, TimeUnit.NANOSECONDS);
        if (failure != null) {
            failed(operation, failure);
        }
    }

    private void failed(StoreOperation operation, RuntimeException failure) {
        Counter.builder("grantkeep.store.failures")
                .description("Operations of the store that failed")
                .tags("operation", operation.label(), "reason", reason(failure))
                .register(registry)
                .increment();
    }

    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case StoreUnavailable unavailable -> "unavailable";
            case StoreRefused refused -> "refused";
            default -> "defect";
        };
    }

    @Override
    public void happened(Event.Kind kind) {
        events.at(kind).increment();
    }

    @Override
    public void reclaimed(Reclaimer.Work work, int count) {
        reclaimed.at(work).increment(count);
    }
}
