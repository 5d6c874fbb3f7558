package dev.grantkeep.bootstrap.architecture.planted.domain.token;

import java.time.Instant;
import java.util.function.Supplier;

/** Asks the time by itself. */
final class EntityWithClock {
    final Supplier<Instant> createdAt = Instant::now;
}
