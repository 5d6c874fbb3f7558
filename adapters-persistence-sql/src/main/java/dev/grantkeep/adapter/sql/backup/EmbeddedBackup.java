package dev.grantkeep.adapter.sql.backup;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.port.StoreUnavailable;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Copies the embedded database as it is at one moment, while it is used. */
@Singleton
public final class EmbeddedBackup {
    private final Database database;

    EmbeddedBackup(Database database) {
        this.database = database;
    }

    /**
     * Writes a zip file with the database's file in it. What was acknowledged before is in it.
     *
     * @param file not there yet; whoever may look into its directory may look into it
     * @throws StoreUnavailable if it cannot be written, or the database is none of the embedded kind
     */
    public void write(Path file) {
        database.write("backup to '" + file.toString().replace("'", "''") + "'", parameters -> {});
    }
}
