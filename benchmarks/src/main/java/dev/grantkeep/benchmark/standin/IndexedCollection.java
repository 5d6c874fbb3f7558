package dev.grantkeep.benchmark.standin;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A collection that looks into an index whenever a query has conditions that one can handle, whatever else it asks for.
 * By itself it does so only if the query names exactly the fields of a unique index, without {@code $and}.
 */
final class IndexedCollection extends MemoryCollection {
    private Document beginning = new Document();

    IndexedCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    /** Does something for which only the documents of this query count as all. */
    Document beginningWith(Document query, Supplier<Document> aggregation) {
        beginning = query;
        try {
            return aggregation.get();
        } finally {
            beginning = new Document();
        }
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        return handleQueryAsStream(beginning);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Document conditions = new Document();
        collect(query, conditions);
        Optional<Index<Integer>> best = getIndexes().stream()
                .filter(index -> index.canHandle(relevant(conditions, index)))
                .max(Comparator.comparing(Index<Integer>::isUnique)
                        .thenComparingInt(index -> relevant(conditions, index).size()));
        return best.map(index -> matchDocuments(
                        query,
                        index.getPositions(relevant(conditions, index)),
                        orderBy,
                        skip,
                        limit,
                        batchSize,
                        fields))
                .orElseGet(() -> super.queryDocuments(query, orderBy, skip, limit, batchSize, fields));
    }

    /** The conditions that must all hold; of several on one field only the first. */
    private static void collect(Document query, Document conditions) {
        query.forEach((name, value) -> {
            if (name.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part, conditions));
            } else if (!name.startsWith("$")) {
                conditions.putIfAbsent(name, value);
            }
        });
    }

    /** The conditions on the first fields of an index. */
    private static Document relevant(Document conditions, Index<Integer> index) {
        Document relevant = new Document();
        for (IndexKey key : index.getKeys()) {
            if (!conditions.containsKey(key.getKey())) {
                break;
            }
            relevant.put(key.getKey(), conditions.get(key.getKey()));
        }
        return relevant;
    }
}
