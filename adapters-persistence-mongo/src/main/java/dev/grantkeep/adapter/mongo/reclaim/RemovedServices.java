package dev.grantkeep.adapter.mongo.reclaim;

import static com.mongodb.client.model.Filters.eq;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

// service: reclaim (reclaimAt); everything else by an index that starts with the service.
/** Removes what removed services have left. */
@Singleton
final class RemovedServices {
    private static final List<String> OF_A_SERVICE =
            List.of(Collections.TOKEN, Collections.STEP, Collections.GRANT_HEAD, Collections.CLIENT);

    private final DueDocuments due;
    private final Removal removal;
    private final Marks marks;

    RemovedServices(Database database, Removal removal, Marks marks) {
        due = new DueDocuments(database, Collections.SERVICE, Names.RECLAIM_AT);
        this.removal = removal;
        this.marks = marks;
    }

    int reclaim(Instant now, int limit) {
        return due.reclaim(now, limit, (service, room) -> reclaim(service, now, room));
    }

    private int reclaim(Document service, Instant now, int limit) {
        Bson dead = eq(Names.SERVICE, service.get(Names.ID));
        removal.forgetEvents(OF_A_SERVICE, eq(Names.EVENTS_SERVICE, service.get(Names.ID)));
        int removed = removal.remove(OF_A_SERVICE, dead, limit);
        if (removed < limit && removal.isClear(OF_A_SERVICE, dead)) {
            marks.settleRemoved(Collections.SERVICE, service, now);
        }
        return removed;
    }
}
