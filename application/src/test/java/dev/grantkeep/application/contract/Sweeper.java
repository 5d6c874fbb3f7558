package dev.grantkeep.application.contract;

import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import java.time.Instant;

/** Calls a reclaimer until there is nothing left to do; one that never says so fails the test. */
final class Sweeper {
    private static final int MOST_BATCHES = 2_000;

    private final Reclaimer reclaimer;
    private final int limit;

    Sweeper(Reclaimer reclaimer, int limit) {
        this.reclaimer = reclaimer;
        this.limit = limit;
    }

    /** How many were reclaimed or dealt with in all. */
    int sweep(Work work, Instant now) {
        int total = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int done = reclaimer.reclaim(work, now, limit);
            if (done == 0) {
                return total;
            }
            total += done;
        }
        throw new AssertionError(work + " still has something to do after " + MOST_BATCHES + " batches");
    }

    /** Every kind of work, again until none has anything to do. */
    void sweepEverything(Instant now) {
        for (int round = 0; round < MOST_BATCHES; round++) {
            int done = 0;
            for (Work work : Work.values()) {
                done += sweep(work, now);
            }
            if (done == 0) {
                return;
            }
        }
        throw new AssertionError("one kind of work always makes work for another");
    }
}
