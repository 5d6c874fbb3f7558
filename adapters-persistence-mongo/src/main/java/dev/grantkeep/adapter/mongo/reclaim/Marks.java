package dev.grantkeep.adapter.mongo.reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.domain.grant.GrantHead;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Takes the marks from documents once what they mark is gone, unless there is a newer mark. */
@Singleton
final class Marks {
    private final Database database;

    Marks(Database database) {
        this.database = database;
    }

    /** The generations that a document had before. */
    static List<Long> former(Document marked) {
        List<Long> former = marked.getList(Names.FORMER, Long.class);
        return former == null ? List.of() : former;
    }

    /** What carried these former generations is gone. */
    void settle(String collection, Bson at, Document marked) {
        List<Long> former = former(marked);
        Bson unchanged = former.isEmpty() ? at : and(at, eq(Names.FORMER, former));
        database.call(
                collection,
                documents -> documents.updateOne(
                        and(unchanged, eq(Names.RECLAIM_AT, marked.getDate(Names.RECLAIM_AT))),
                        combine(unset(Names.FORMER), unset(Names.RECLAIM_AT))));
    }

    /** What belonged to something removed is gone. Calls that were under way may have left more: one more look. */
    void settleRemoved(String collection, Document marked, Instant now) {
        Date due = marked.getDate(Names.RECLAIM_AT);
        Bson rest = due.getTime() == 0
                ? set(Names.RECLAIM_AT, Date.from(now.plus(GrantHead.LINGER)))
                : unset(Names.RECLAIM_AT);
        database.call(
                collection,
                documents ->
                        documents.updateOne(and(eq(Names.ID, marked.get(Names.ID)), eq(Names.RECLAIM_AT, due)), rest));
    }
}
