package dev.grantkeep.bootstrap.signal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** The counters of requests for and about tokens. */
@Singleton
final class TokenMeters {
    private static final TokenOperation[] OPERATIONS = TokenOperation.values();
    private static final TokenOutcome[] OUTCOMES = TokenOutcome.values();

    private final OnDemand<Counter> counters;

    TokenMeters(MeterRegistry registry) {
        counters = new OnDemand<>(
                OPERATIONS.length * OUTCOMES.length,
                position -> counter(
                        registry, OPERATIONS[position / OUTCOMES.length], OUTCOMES[position % OUTCOMES.length]));
    }

    private static Counter counter(MeterRegistry registry, TokenOperation operation, TokenOutcome outcome) {
        return Counter.builder("grantkeep.token.requests")
                .description("Requests for and about tokens, by what came of them")
                .tags("operation", Labels.of(operation), "outcome", Labels.of(outcome))
                .register(registry);
    }

    /** Counts a result and gives it back. */
    <R> R counted(TokenOperation operation, R result, Function<R, TokenOutcome> outcome) {
        counters.at(operation.ordinal() * OUTCOMES.length
                        + outcome.apply(result).ordinal())
                .increment();
        return result;
    }
}
