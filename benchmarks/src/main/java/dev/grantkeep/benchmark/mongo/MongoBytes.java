package dev.grantkeep.benchmark.mongo;

import com.mongodb.client.MongoDatabase;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.benchmark.data.StoredBytes;
import dev.grantkeep.benchmark.data.StoredBytes.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;

/**
 * What a document takes: its share of all documents and of each index.
 *
 * @param token what {@code collStats} says of the collection {@code token}
 * @param head the same of {@code grant_head}
 * @param floor the same of {@code floor_token}
 */
record MongoBytes(Document token, Document head, Document floor) {
    private static final Map<String, String> PURPOSES = Map.of(
            "_id_", "by id",
            "access", "by access token",
            "refresh", "by refresh token",
            "origin", "by a chosen first refresh token; of those only",
            "pair", "counts and lists the tokens of a pair or a client",
            "created", "lists the tokens of a service",
            "purge", "finds what is to be reclaimed");

    static MongoBytes of(MongoDatabase database) {
        return new MongoBytes(
                stats(database, Collections.TOKEN),
                stats(database, Collections.GRANT_HEAD),
                stats(database, FloorDocuments.TOKEN));
    }

    /** Nobody said what it shall be at most. */
    StoredBytes stored() {
        return new StoredBytes(all(token), all(head), all(floor), parts(), 0);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                "documents",
                perDocument(token, "storageSize"),
                "as they are on disk, compressed; %.0f bytes of BSON each".formatted(perDocument(token, "size"))));
        new TreeMap<>(indexSizes(token))
                .forEach((name, bytes) -> parts.add(new Part(
                        "`" + name + "`",
                        ((Number) bytes).doubleValue() / count(token),
                        "index: " + PURPOSES.getOrDefault(name, ""))));
        return parts;
    }

    private static double all(Document stats) {
        return perDocument(stats, "storageSize") + indexes(stats) / count(stats);
    }

    private static double indexes(Document stats) {
        return indexSizes(stats).values().stream()
                .mapToDouble(bytes -> ((Number) bytes).doubleValue())
                .sum();
    }

    private static Document indexSizes(Document stats) {
        return Objects.requireNonNull(stats.get("indexSizes", Document.class), "indexSizes");
    }

    private static double perDocument(Document stats, String name) {
        return number(stats, name) / count(stats);
    }

    private static double count(Document stats) {
        return Math.max(1, number(stats, "count"));
    }

    private static double number(Document stats, String name) {
        return Objects.requireNonNull(stats.get(name, Number.class), name).doubleValue();
    }

    private static Document stats(MongoDatabase database, String collection) {
        return database.runCommand(new Document("collStats", collection));
    }
}
