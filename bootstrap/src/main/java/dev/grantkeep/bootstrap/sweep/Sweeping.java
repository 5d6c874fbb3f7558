package dev.grantkeep.bootstrap.sweep;

import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.usecase.maintenance.SweepHandler;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use case that sweeps, at the pace that is set. */
@Factory
final class Sweeping {
    @Singleton
    Sweep sweep(Reclaimer reclaimer, Clock clock, SweeperSettings settings) {
        return new SweepHandler(new PacedReclaimer(reclaimer, settings.rowsPerSecond()), clock);
    }
}
