package dev.grantkeep.bootstrap.signal;

import dev.grantkeep.adapter.rest.signal.CallOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The meters of one endpoint in one dialect. */
final class EndpointMeters {
    private static final CallOutcome[] OUTCOMES = CallOutcome.values();

    private final Timer time;
    private final OnDemand<Counter> counters;

    EndpointMeters(MeterRegistry registry, Route route) {
        time = Times.timer("grantkeep.call", "From when a request came until its answer was ready")
                .tags("endpoint", route.endpoint(), "dialect", route.dialect())
                .register(registry);
        counters = new OnDemand<>(OUTCOMES.length, outcome -> counter(registry, route, OUTCOMES[outcome]));
    }

    private static Counter counter(MeterRegistry registry, Route route, CallOutcome outcome) {
        return Counter.builder("grantkeep.calls")
                .description("Calls, by what came of them")
                .tags("endpoint", route.endpoint(), "dialect", route.dialect(), "outcome", outcome.label())
                .register(registry);
    }

    void count(CallOutcome outcome, long nanos) {
        time.record(nanos, TimeUnit.NANOSECONDS);
        counters.at(outcome).increment();
    }
}
