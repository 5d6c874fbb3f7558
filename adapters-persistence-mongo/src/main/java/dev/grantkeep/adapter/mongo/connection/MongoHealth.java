package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Saved;
import jakarta.inject.Singleton;

/** Whether the stores can be used now. */
@Singleton
public final class MongoHealth {
    private final Database database;

    MongoHealth(Database database) {
        this.database = database;
    }

    /**
     * Writes one small document: a full disk, or a replica set without a majority, may still answer a query. That
     * another node has just made the document is as good.
     *
     * @throws StoreUnavailable if that cannot be done now, or if the server has not been reachable since the start
     */
    public void check() {
        database.save(Collections.HEALTH_CHECK, documents -> {
            documents.updateOne(Filters.eq("_id", 1), Updates.inc("writes", 1L), new UpdateOptions().upsert(true));
            return Saved.SAVED;
        });
    }
}
