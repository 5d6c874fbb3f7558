package dev.grantkeep.adapter.mongo.reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.index.MongoIndexes;
import dev.grantkeep.domain.grant.GrantHead;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

// grant_head: look (lookAt); token: pair (service, client, head, …); step: owner.
/**
 * Removes heads with nothing left. Every head that remembers no granted scopes is due some time: an hour after its last
 * write, soon after something of it was removed, and else when the last of what it has is expired. So nothing is missed
 * when the server itself removes expired records.
 */
@Singleton
final class EmptyGrants {
    private final Database database;
    private final DueDocuments due;

    EmptyGrants(Database database) {
        this.database = database;
        due = new DueDocuments(database, Collections.GRANT_HEAD, Names.LOOK_AT);
    }

    int reclaim(Instant now, int limit) {
        return due.reclaim(now, limit, (head, room) -> reclaim(head, now));
    }

    /** The head with its shard key. */
    static Bson at(Document head) {
        return and(
                eq(Names.ID, head.get(Names.ID)),
                eq(Names.SUBJECT, head.get(Names.SUBJECT)),
                eq(Names.SERVICE, head.get(Names.SERVICE)));
    }

    private int reclaim(Document head, Instant now) {
        Instant lingersUntil = head.getDate(Names.MODIFIED_AT).toInstant().plus(GrantHead.LINGER);
        if (lingersUntil.isAfter(now)) {
            return lookAgain(head, lingersUntil);
        }
        if (head.get(Names.EVENTS) != null) {
            return lookAgain(head, now.plus(MongoIndexes.EXPIRY_GRACE));
        }
        return lastEnd(head)
                .map(end -> lookAgain(head, later(end, now).plus(MongoIndexes.EXPIRY_GRACE)))
                .orElseGet(() -> remove(head));
    }

    /** When the last of its records and pending steps ends; empty if it has none. */
    private Optional<Instant> lastEnd(Document head) {
        Bson own = and(
                eq(Names.SERVICE, head.get(Names.SERVICE)),
                eq(Names.CLIENT, head.get(Names.CLIENT)),
                eq(Names.HEAD, head.get(Names.ID)));
        return Stream.of(
                        last(Collections.TOKEN, own, Names.PURGE_AT),
                        last(Collections.STEP, and(own, Filter.absent(Names.SETTLED_AS)), Names.EXPIRES_AT),
                        last(Collections.FORMER_CODE, and(own, Filter.absent(Names.REDEEMED_AS)), Names.EXPIRES_AT))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> last(String collection, Bson filter, String field) {
        return database.call(
                collection,
                documents -> Optional.ofNullable(documents
                                .find(filter)
                                .sort(Sorts.descending(field))
                                .projection(include(field))
                                .limit(1)
                                .first())
                        .map(found -> found.getDate(field).toInstant()));
    }

    private int lookAgain(Document head, Instant when) {
        database.call(
                Collections.GRANT_HEAD,
                heads -> heads.updateOne(
                        and(unchanged(head), eq(Names.LOOK_AT, head.getDate(Names.LOOK_AT))),
                        Updates.set(Names.LOOK_AT, Date.from(when))));
        return 0;
    }

    private int remove(Document head) {
        return database.call(
                Collections.GRANT_HEAD,
                heads -> Math.toIntExact(heads.deleteOne(unchanged(head)).getDeletedCount()));
    }

    private static Bson unchanged(Document head) {
        return and(at(head), eq(Names.VERSION, head.get(Names.VERSION)), Filter.present(Names.LOOK_AT), Filter.TOLD);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
