package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Whole milliseconds, as the port says. */
public final class MutableClock implements Clock {
    private final AtomicReference<Instant> now;

    private MutableClock(Instant start) {
        now = new AtomicReference<>(start.truncatedTo(ChronoUnit.MILLIS));
    }

    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    @Override
    public Instant now() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Moves by this much, backwards if it is negative. */
    public Instant advance(Duration by) {
        return now.updateAndGet(instant -> instant.plus(by).truncatedTo(ChronoUnit.MILLIS));
    }
}
