package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.Reclaimer;
import java.time.Instant;
import java.util.Collection;

/** What reclaims dead records, watched. */
final class WatchedReclaimer extends Watched implements Reclaimer {
    private final Reclaimer reclaimer;

    WatchedReclaimer(Reclaimer reclaimer, Collection<StoreWatch> watches) {
        super(watches);
        this.reclaimer = reclaimer;
    }

    @Override
    public int reclaim(Work work, Instant now, int limit) {
        int count = timed(StoreOperation.RECLAIM, () -> reclaimer.reclaim(work, now, limit));
        for (StoreWatch watch : watches()) {
            watch.reclaimed(work, count);
        }
        return count;
    }
}
