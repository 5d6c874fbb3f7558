package dev.grantkeep.application.port.out;

import dev.grantkeep.application.port.out.Reclaimer.Work;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Reclaimer} has not reclaimed yet, as far as an index tells. */
public interface DeadRecords {
    /**
     * Since when the oldest dead record is dead: the purge instant of a token record or the expiry of a step. Empty if there is
     * none.
     *
     * @param now records that die later live
     */
    Optional<Instant> oldest(Instant now);

    /**
     * Counts what the work of one kind begins with: expired token records and expired steps themselves; of the other kinds
     * the heads, clients and services that are marked for it. A mark may have many records behind it or, until it is looked
     * at, none. No more entries of an index are read than are asked for, whatever else is stored.
     *
     * @param now what is due later is not counted
     * @param most where the count ends, at least 1
     */
    Count count(Work work, Instant now, int most);

    /**
     * How much waits to be reclaimed.
     *
     * @param found how many there are; where there are more than were asked for, as many as were
     * @param more whether there are more than that
     * @param since when the oldest of them became due; absent if there is none, or if the store has not noted it
     */
    record Count(int found, boolean more, @Nullable Instant since) {
        /** Of so many that were found when one more was looked for than asked for. */
        public static Count of(int found, int most, @Nullable Instant since) {
            return new Count(Math.min(found, most), found > most, since);
        }
    }
}
