package dev.grantkeep.adapter.mongo.reclaim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.grant.StoredHeads;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Removes small batches of dead documents, and has the heads looked at that they belonged to. */
@Singleton
final class Removal {
    private final Database database;
    private final StoredHeads heads;

    Removal(Database database, StoredHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    /**
     * Removes at most so many documents that match, the lowest in that field first. One that something happened to stays
     * until that is told.
     *
     * @return how many this call removed
     */
    int remove(String collection, Bson dead, String order, int limit) {
        if (limit <= 0) {
            return 0;
        }
        Bson told = and(dead, Filter.TOLD);
        List<Document> batch = batch(collection, told, order, limit);
        return batch.isEmpty() ? 0 : remove(collection, told, batch);
    }

    /** The same in several collections, as long as there is room in the batch. */
    int remove(Collection<String> collections, Bson dead, int limit) {
        int removed = 0;
        for (String collection : collections) {
            removed += remove(collection, dead, Names.ID, limit - removed);
        }
        return removed;
    }

    /** Whether none is left; another sweeper may have removed what this one found, while more is there. */
    boolean isClear(Collection<String> collections, Bson dead) {
        return collections.stream()
                .noneMatch(collection -> !batch(collection, dead, Names.ID, 1).isEmpty());
    }

    private List<Document> batch(String collection, Bson dead, String order, int limit) {
        return database.call(
                collection,
                documents -> documents
                        .find(dead)
                        .sort(Sorts.ascending(order))
                        .limit(limit)
                        .projection(include(Names.HEAD))
                        .into(new ArrayList<>()));
    }

    /** Gives up what is pending in a service that is removed. */
    void forgetEvents(Collection<String> collections, Bson ofService) {
        collections.forEach(collection ->
                database.call(collection, documents -> documents.updateMany(ofService, unset(Names.EVENTS))));
    }

    private int remove(String collection, Bson dead, List<Document> batch) {
        List<Object> ids =
                batch.stream().map(document -> document.get(Names.ID)).toList();
        long removed = database.call(
                collection,
                documents -> documents.deleteMany(and(in(Names.ID, ids), dead)).getDeletedCount());
        heads.mark(headsOf(batch));
        return Math.toIntExact(removed);
    }

    private static Set<String> headsOf(List<Document> batch) {
        return batch.stream()
                .filter(document -> document.get(Names.HEAD) != null)
                .map(document -> document.getString(Names.HEAD))
                .collect(Collectors.toSet());
    }
}
