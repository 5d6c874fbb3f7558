package dev.grantkeep.bootstrap.signal;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.bootstrap.sweep.LastSweep;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows whether the sweeper keeps up. What it found last grows older by itself, also where it does not sweep any more. */
@Singleton
final class SweepMeters implements MeterBinder {
    private final LastSweep last;
    private final Clock clock;

    SweepMeters(LastSweep last, Clock clock) {
        this.last = last;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        age(
                        "grantkeep.sweeper.lag",
                        "For how long the oldest record is dead that the last sweep has left",
                        LastSweep::left)
                .register(registry);
        age(
                        "grantkeep.sweeper.last.sweep.age",
                        "How long ago a sweep came to its end; 0 before the first",
                        LastSweep::ended)
                .register(registry);
    }

    private TimeGauge.Builder<LastSweep> age(
            String name, String description, Function<LastSweep, @Nullable Instant> since) {
        return TimeGauge.builder(name, last, TimeUnit.MILLISECONDS, sweep -> age(since.apply(sweep)))
                .description(description);
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.now()).toMillis());
    }
}
