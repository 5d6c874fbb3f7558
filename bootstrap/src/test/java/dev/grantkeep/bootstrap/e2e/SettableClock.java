package dev.grantkeep.bootstrap.e2e;

import dev.grantkeep.application.port.Clock;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The application's clock while these tests run: it stands still unless it is moved. */
@Singleton
@Replaces(Clock.class)
@Requires(property = SettableClock.PROPERTY)
public final class SettableClock implements Clock {
    public static final String PROPERTY = "grantkeep.e2e.settable-clock";

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z").truncatedTo(ChronoUnit.MILLIS));

    @Override
    public Instant now() {
        return now.get();
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** To any moment, an earlier one too. */
    public void set(Instant moment) {
        now.set(moment);
    }
}
