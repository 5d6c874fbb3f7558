package dev.grantkeep.bootstrap.sweep;

import dev.grantkeep.application.port.in.maintenance.Sweep;
import jakarta.inject.Singleton;
import java.util.function.LongConsumer;

/** Sweeps once, to the end. */
@Singleton
public final class WholeSweep {
    private final Sweep sweep;
    private final Sweep.Command command;

    WholeSweep(Sweep sweep, SweeperSettings settings) {
        this.sweep = sweep;
        command = settings.command();
    }

    /**
     * Sweeps until nothing is left.
     *
     * @param told is given the number of records that are gone so far, from time to time
     * @return how many records are gone
     */
    public long run(LongConsumer told) {
        long gone = 0;
        Sweep.Result result;
        do {
            result = sweep.handle(command);
            gone += result.reclaimed();
            told.accept(gone);
        } while (!result.finished());
        return gone;
    }
}
