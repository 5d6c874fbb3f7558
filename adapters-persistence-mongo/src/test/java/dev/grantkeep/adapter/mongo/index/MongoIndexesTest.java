package dev.grantkeep.adapter.mongo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.adapter.mongo.testing.RealMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MongoIndexesTest {
    private final String uri = MongoTestServer.chosen().newDatabase();
    private final MongoClient client = MongoClients.create(uri);
    private final MongoDatabase database =
            client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));

    @AfterEach
    void close() {
        client.close();
    }

    private Document index(String collection, String name) {
        return database.getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
                .filter(found -> name.equals(found.getString("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void creatingThemTwiceIsAsGoodAsOnce() {
        MongoIndexes.ensure(database, false);
        List<Document> before = database.getCollection("token").listIndexes().into(new ArrayList<>());
        MongoIndexes.ensure(database, false);
        assertThat(database.getCollection("token").listIndexes().into(new ArrayList<>()))
                .isEqualTo(before)
                .hasSize(8);
    }

    @Test
    void theServerRemovesNothingBeforeTheGraceIsOver() {
        MongoIndexes.ensure(database, false);
        assertThat(index("token", "purge")
                        .get("expireAfterSeconds", Number.class)
                        .longValue())
                .isEqualTo(3_600);
        assertThat(index("step", "expiry")
                        .get("expireAfterSeconds", Number.class)
                        .longValue())
                .isEqualTo(3_600);
    }

    @Test
    void uniqueOnesRefuseASecondValueAndLeaveOutDocumentsWithoutOne() {
        MongoIndexes.ensure(database, false);
        var tokens = database.getCollection("token");
        tokens.insertOne(new Document("_id", 1).append("accessKey", "a").append("refreshKey", "r"));
        tokens.insertOne(new Document("_id", 2).append("accessKey", "b"));
        tokens.insertOne(new Document("_id", 3).append("accessKey", "c"));
        assertThatThrownBy(() -> tokens.insertOne(new Document("_id", 4).append("accessKey", "a")))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> tokens.insertOne(
                        new Document("_id", 5).append("accessKey", "d").append("refreshKey", "r")))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    @RealMongo("refuse an index that differs from one of the same name")
    void onAClusterRefreshTokensMayHaveAPlainIndexAndNowhereElse() {
        database.getCollection("token")
                .createIndex(
                        Indexes.ascending("refreshKey"),
                        new IndexOptions().name("refresh").sparse(true));
        MongoIndexes.ensure(database, true);
        assertThat(index("token", "refresh")).doesNotContainKey("unique");
        assertThat(index("token", "access")).containsEntry("unique", true);
        assertThatThrownBy(() -> MongoIndexes.ensure(database, false)).isInstanceOf(MongoCommandException.class);
    }
}
