package dev.grantkeep.application.port.out;

import java.time.Instant;
import java.util.Optional;

/** What a {@link Reclaimer} has not reclaimed yet, as far as an index tells its age. */
public interface DeadRecords {
    /**
     * Since when the oldest dead record is dead: the purge instant of a token record or the expiry of a step. Empty if there is
     * none.
     *
     * @param now records that die later live
     */
    Optional<Instant> oldest(Instant now);
}
