package dev.grantkeep.bootstrap.sweep;

import dev.grantkeep.application.port.out.Reclaimer;
import jakarta.inject.Singleton;

/** The pace that is set for the sweeper. */
@Singleton
public final class Pace {
    private final SweeperSettings settings;

    Pace(SweeperSettings settings) {
        this.settings = settings;
    }

    /** The reclaimer, held to this pace; for one thread. */
    public Reclaimer of(Reclaimer reclaimer) {
        return new PacedReclaimer(reclaimer, settings.rowsPerSecond());
    }
}
