package dev.grantkeep.application.usecase.maintenance;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.Reclaimer.Work;

/** Reclaims what is dead, batch after batch. */
public final class SweepHandler implements Sweep {
    private final Reclaimer reclaimer;
    private final Clock clock;

    public SweepHandler(Reclaimer reclaimer, Clock clock) {
        this.reclaimer = reclaimer;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        long reclaimed = 0;
        boolean finished = true;
        for (Work work : Work.values()) {
            Result part = handle(work, command);
            reclaimed += part.reclaimed();
            finished &= part.finished();
        }
        return new Result(reclaimed, finished);
    }

    private Result handle(Work work, Command command) {
        long reclaimed = 0;
        for (int i = 0; i < command.maxBatches(); i++) {
            int batch = reclaimer.reclaim(work, clock.now(), command.batchSize());
            if (batch == 0) {
                return new Result(reclaimed, true);
            }
            reclaimed += batch;
        }
        return new Result(reclaimed, false);
    }
}
