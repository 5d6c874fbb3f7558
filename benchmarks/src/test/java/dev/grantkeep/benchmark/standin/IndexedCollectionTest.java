package dev.grantkeep.benchmark.standin;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found by an index is what would be found without. */
final class IndexedCollectionTest {
    private final MongoServer server = StandInServer.start(0);
    private final MongoClient client = MongoClients.create(
            "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
    private final MongoCollection<Document> documents =
            client.getDatabase("test").getCollection("documents");

    @BeforeEach
    void fill() {
        documents.createIndex(Indexes.ascending("a", "b", "c"));
        for (int i = 0; i < 40; i++) {
            Document document = new Document("_id", i).append("a", i % 2).append("b", "b" + i % 4);
            documents.insertOne(i % 5 == 0 ? document : document.append("c", (long) i % 8));
        }
    }

    @AfterEach
    void end() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void theFirstFieldsOfAnIndexAreEnough() {
        assertThat(ids(eq("a", 1))).hasSize(20).allMatch(id -> id % 2 == 1);
        assertThat(ids(and(eq("a", 1), eq("b", "b3")))).hasSize(10).allMatch(id -> id % 4 == 3);
        assertThat(ids(and(eq("b", "b3"), eq("a", 1), eq("c", 7L)))).containsExactlyInAnyOrder(7, 23, 31, 39);
    }

    @Test
    void otherConditionsStillCount() {
        assertThat(ids(and(eq("a", 1), eq("b", "b3"), gt("_id", 30)))).containsExactlyInAnyOrder(31, 35, 39);
        assertThat(ids(and(in("_id", 1, 2, 3), eq("a", 1)))).containsExactlyInAnyOrder(1, 3);
        assertThat(ids(and(eq("_id", 3), eq("b", "b0")))).isEmpty();
    }

    @Test
    void anAggregationBeginsWithItsMatch() {
        assertThat(documents.countDocuments(eq("a", 1))).isEqualTo(20);
        assertThat(documents.countDocuments()).isEqualTo(40);
        assertThat(documents
                        .aggregate(List.of(Aggregates.match(eq("b", "b2")), Aggregates.sort(descending("_id"))))
                        .first())
                .containsEntry("_id", 38);
    }

    @Test
    void changedAndRemovedDocumentsAreFoundAsTheyAre() {
        documents.updateMany(eq("b", "b0"), set("b", "other"));
        documents.deleteMany(and(eq("a", 1), eq("b", "b1")));

        assertThat(ids(and(eq("a", 0), eq("b", "other")))).hasSize(10);
        assertThat(ids(and(eq("a", 0), eq("b", "b0")))).isEmpty();
        assertThat(ids(eq("a", 1))).hasSize(10).allMatch(id -> id % 4 == 3);
    }

    private List<Integer> ids(Bson query) {
        return documents.find(query).map(document -> document.getInteger("_id")).into(new ArrayList<>());
    }
}
