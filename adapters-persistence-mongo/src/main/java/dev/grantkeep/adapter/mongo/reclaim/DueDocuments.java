package dev.grantkeep.adapter.mongo.reclaim;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.connection.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.bson.Document;

/**
 * Works through the documents of a collection that are due by some field, the longest due first. Whoever deals with one
 * and leaves nothing to do must take it out of what is due.
 *
 * @param field says from when on a document is due; there is an index on it
 */
record DueDocuments(Database database, String collection, String field) {
    /** Against documents that change so often that they stay due. */
    private static final int MOST_PAGES = 20;

    /**
     * @param work removes what the document marks as dead, at most so many, and returns how many it removed
     * @return how many were removed; 0 means that nothing is due
     */
    int reclaim(Instant now, int limit, ToIntBiFunction<Document, Integer> work) {
        int removed = 0;
        for (int page = 0; page < MOST_PAGES && removed == 0; page++) {
            List<Document> due = due(now, limit);
            removed = reclaim(due, limit, work);
            if (due.size() < limit) {
                return removed;
            }
        }
        return removed;
    }

    private static int reclaim(List<Document> due, int limit, ToIntBiFunction<Document, Integer> work) {
        int removed = 0;
        for (Document document : due) {
            if (removed < limit) {
                removed += work.applyAsInt(document, limit - removed);
            }
        }
        return removed;
    }

    private List<Document> due(Instant now, int limit) {
        return database.call(
                collection,
                documents -> documents
                        .find(Filters.lte(field, Date.from(now)))
                        .sort(Sorts.ascending(field))
                        .limit(limit)
                        .into(new ArrayList<>()));
    }
}
