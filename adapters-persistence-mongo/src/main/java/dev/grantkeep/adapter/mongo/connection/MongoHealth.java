package dev.grantkeep.adapter.mongo.connection;

import dev.grantkeep.application.port.out.StoreUnavailable;
import jakarta.inject.Singleton;

/** Whether the stores can be used now. */
@Singleton
public final class MongoHealth {
    private final Database database;

    MongoHealth(Database database) {
        this.database = database;
    }

    /**
     * Asks the server once.
     *
     * @throws StoreUnavailable if it does not answer, or if it has not been reachable since the start
     */
    public void check() {
        database.requirePrepared();
        database.ping();
    }
}
