package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The system's clock. The only place that asks what time it is. */
@Singleton
final class SystemClock implements Clock {
    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
