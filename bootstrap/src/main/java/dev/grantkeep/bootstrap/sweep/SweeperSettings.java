package dev.grantkeep.bootstrap.sweep;

import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How often and how much is swept.
 *
 * @param interval from the end of one sweep to the start of the next
 * @param jitter the most that is added to an interval at random, so that several nodes do not march in step
 * @param batchSize rows in one batch
 * @param maxBatches batches of each kind of work in one sweep; what is left then is swept without waiting
 * @param rowsPerSecond the most rows in a second, so that callers hardly notice
 */
@ConfigurationProperties("grantkeep.sweeper")
record SweeperSettings(
        boolean enabled, Duration interval, Duration jitter, int batchSize, int maxBatches, int rowsPerSecond) {
    SweeperSettings {
        if (interval.isNegative() || interval.isZero() || jitter.isNegative()) {
            throw new StartupRefused("grantkeep.sweeper.interval is longer than nothing, and the jitter not negative.");
        }
        if (batchSize < 1 || batchSize > 10_000 || maxBatches < 1) {
            throw new StartupRefused("grantkeep.sweeper.batch-size is 1 to 10000, and max-batches at least 1.");
        }
        if (rowsPerSecond < 1) {
            throw new StartupRefused("grantkeep.sweeper.rows-per-second is at least 1.");
        }
    }

    Sweep.Command command() {
        return new Sweep.Command(batchSize, maxBatches);
    }
}
