package dev.grantkeep.bootstrap.backup;

import dev.grantkeep.bootstrap.start.DataDirectory;
import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;

/**
 * Where backups go, and how often one is made.
 *
 * @param directory absolute, or beginning with {@code ./}
 * @param interval from one to the next
 * @param keep how many there are before the oldest is removed
 */
@ConfigurationProperties("grantkeep.backup")
@Requires(property = "grantkeep.backup.directory")
record BackupSettings(String directory, Duration interval, int keep) {
    BackupSettings {
        if (interval.toSeconds() < 1) {
            throw new StartupRefused("GRANTKEEP_BACKUP_INTERVAL is a duration of at least 1s.");
        }
        if (keep < 1) {
            throw new StartupRefused("GRANTKEEP_BACKUP_KEEP is at least 1.");
        }
    }

    /** Closed to others, as backups hold secrets. */
    DataDirectory place() {
        DataDirectory place = new DataDirectory(directory);
        place.create();
        return place;
    }
}
