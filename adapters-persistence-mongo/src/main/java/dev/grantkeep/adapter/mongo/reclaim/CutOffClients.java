package dev.grantkeep.adapter.mongo.reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

// client: reclaim (reclaimAt); token: pair (service, client, …); step: owner (service, client, …); grant_head: client
// (service, client).
/** Removes what removed clients have left, and the token records and steps of generations that clients had before. */
@Singleton
final class CutOffClients {
    private static final List<String> OF_A_GENERATION = List.of(Collections.TOKEN, Collections.STEP);
    private static final List<String> OF_A_CLIENT =
            List.of(Collections.TOKEN, Collections.STEP, Collections.GRANT_HEAD);

    private final DueDocuments due;
    private final Removal removal;
    private final Marks marks;

    CutOffClients(Database database, Removal removal, Marks marks) {
        due = new DueDocuments(database, Collections.CLIENT, Names.RECLAIM_AT);
        this.removal = removal;
        this.marks = marks;
    }

    int reclaim(Instant now, int limit) {
        return due.reclaim(
                now,
                limit,
                (client, room) -> client.get(Names.REMOVED) != null
                        ? reclaimAll(client, now, room)
                        : reclaimFormer(client, room));
    }

    private int reclaimAll(Document client, Instant now, int limit) {
        Bson dead = of(client);
        int removed = removal.remove(OF_A_CLIENT, dead, limit);
        if (removed < limit && removal.isClear(OF_A_CLIENT, dead)) {
            marks.settleRemoved(Collections.CLIENT, client, now);
        }
        return removed;
    }

    private int reclaimFormer(Document client, int limit) {
        Bson dead = and(of(client), in(Names.CLIENT_GENERATION, Marks.former(client)));
        int removed = removal.remove(OF_A_GENERATION, dead, limit);
        if (removed < limit && removal.isClear(OF_A_GENERATION, dead)) {
            marks.settle(Collections.CLIENT, eq(Names.ID, client.get(Names.ID)), client);
        }
        return removed;
    }

    private static Bson of(Document client) {
        return and(eq(Names.SERVICE, client.get(Names.SERVICE)), eq(Names.CLIENT, client.get(Names.ID)));
    }
}
