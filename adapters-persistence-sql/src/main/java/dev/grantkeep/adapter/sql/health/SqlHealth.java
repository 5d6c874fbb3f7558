package dev.grantkeep.adapter.sql.health;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.application.port.StoreUnavailable;
import jakarta.inject.Singleton;

/** Whether the stores can be used now. */
@Singleton
public final class SqlHealth {
    private static final String WRITE = "update health_check set writes = writes + 1 where id = 1";

    private final Database database;

    SqlHealth(Database database) {
        this.database = database;
    }

    /**
     * Commits a write of one small row: a full disk, and a server that only reads, still answer a query.
     *
     * @throws StoreUnavailable if that cannot be done now
     */
    public void check() {
        int written = database.write(WRITE, parameters -> {});
        if (written != 1) {
            throw new IllegalStateException("the table health_check has lost its row");
        }
    }
}
