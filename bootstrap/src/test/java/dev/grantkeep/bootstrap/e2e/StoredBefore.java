package dev.grantkeep.bootstrap.e2e;

import com.google.gson.JsonObject;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.bootstrap.Grantkeep;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.bson.Document;

/**
 * What a release that knew no documents of settings stored, and what it answered then: three services and five clients,
 * two of each with every member, their tokens, a pending code and a ticket. Opened with the present code.
 */
final class StoredBefore implements AutoCloseable {
    private final StoreMode mode;
    private final JsonObject answers;
    private final Map<String, String> store;
    private final Grantkeep grantkeep;

    private StoredBefore(StoreMode mode, Path directory) throws IOException, SQLException {
        this.mode = mode;
        answers = Json.parse(text("-answers.json")).getAsJsonObject();
        store = unpack(directory);
        Map<String, Object> settings = new HashMap<>(store);
        settings.putAll(RunningGrantkeep.owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.sweeper.enabled", "false");
        settings.put("grantkeep.data-directory", directory.toString());
        settings.put(SettableClock.PROPERTY, "true");
        grantkeep = Grantkeep.start(settings);
        grantkeep
                .context()
                .getBean(SettableClock.class)
                .set(Instant.ofEpochMilli(answers.get("madeAt").getAsLong()));
    }

    static StoredBefore on(StoreMode mode, Path directory) {
        try {
            return new StoredBefore(mode, directory);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it answered, and the values that belong to what it stored. */
    JsonObject answers() {
        return answers;
    }

    /** The API of 2.x as the holder of these credentials uses it. */
    Api as(String authorization) {
        return new Api(grantkeep.uri(), Dialect.V2, 1, authorization);
    }

    /** A connection to the database, which is H2 or PostgreSQL. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(
                Objects.requireNonNull(store.get("datasources.default.url")),
                Objects.requireNonNull(store.get("datasources.default.username")),
                Objects.requireNonNull(store.get("datasources.default.password")));
    }

    /** The URI of the database, which is MongoDB. */
    String mongoUri() {
        return Objects.requireNonNull(store.get("mongodb.uri"));
    }

    private Map<String, String> unpack(Path directory) throws IOException, SQLException {
        return switch (mode) {
            case H2 -> {
                Files.write(directory.resolve("grantkeep.mv.db"), bytes(".mv.db"));
                yield sql(TestDatabase.h2("file:" + directory.resolve("grantkeep")));
            }
            case POSTGRESQL -> {
                TestDatabase database = TestDatabase.postgres();
                try (Connection connection =
                                DriverManager.getConnection(database.url(), database.username(), database.password());
                        Statement statement = connection.createStatement()) {
                    statement.execute(text(".sql"));
                }
                yield sql(database);
            }
            case MONGODB -> {
                String uri = MongoTestServer.chosen().newDatabase();
                try (MongoClient client = MongoClients.create(uri)) {
                    MongoDatabase database = client.getDatabase(uri.replaceFirst(".*/([^?]+).*", "$1"));
                    text(".txt").lines().forEach(line -> insert(database, line));
                }
                yield Map.of("grantkeep.persistence", "mongo", "mongodb.uri", uri);
            }
        };
    }

    /** A line is the name of a collection and a document in Extended JSON. */
    private static void insert(MongoDatabase database, String line) {
        int space = line.indexOf(' ');
        database.getCollection(line.substring(0, space)).insertOne(Document.parse(line.substring(space + 1)));
    }

    private static Map<String, String> sql(TestDatabase database) {
        return Map.of(
                "grantkeep.persistence", "sql",
                "datasources.default.url", database.url(),
                "datasources.default.username", database.username(),
                "datasources.default.password", database.password());
    }

    private String text(String suffix) throws IOException {
        return new String(bytes(suffix), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String suffix) throws IOException {
        String name = "stored/" + mode.name().toLowerCase(Locale.ROOT) + suffix + ".gz";
        try (InputStream packed = Objects.requireNonNull(StoredBefore.class.getResourceAsStream(name), name);
                InputStream unpacked = new GZIPInputStream(packed)) {
            return unpacked.readAllBytes();
        }
    }

    @Override
    public void close() {
        grantkeep.close();
    }
}
