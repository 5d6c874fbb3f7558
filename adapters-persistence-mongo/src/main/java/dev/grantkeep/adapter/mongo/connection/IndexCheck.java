package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.grantkeep.adapter.mongo.index.MongoIndexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Looks at the indexes of a database for an operator, or makes those that are missing, without a server. */
public final class IndexCheck implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;
    private static final int COMMAND_NOT_FOUND = 59;

    private final MongoClient client;
    private final MongoDatabase database;

    /** @throws IllegalArgumentException if the URI is no connection string */
    public IndexCheck(String uri) {
        ConnectionString connection = new ConnectionString(uri);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(connection)
                .build());
        database = client.getDatabase(
                Objects.requireNonNullElse(connection.getDatabase(), ClientOptions.DEFAULT_DATABASE));
    }

    /**
     * The indexes that are missing.
     *
     * @throws com.mongodb.MongoException if the server cannot be reached, or refuses
     */
    public List<String> missing() {
        database.runCommand(new Document("ping", 1));
        return MongoIndexes.missing(database);
    }

    /** Makes them; the same throws. */
    public void ensure() {
        database.runCommand(new Document("ping", 1));
        boolean routed = Topology.of(client.getClusterDescription().getType()) == Topology.ROUTED;
        MongoIndexes.ensure(database, routed);
    }

    /** What the server says that the time is; null if it does not say. */
    public @Nullable Instant clock() {
        Date time = hello().getDate("localTime");
        return time == null ? null : time.toInstant();
    }

    /** Older servers know it by its former name only. */
    private Document hello() {
        try {
            return database.runCommand(new Document("hello", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != COMMAND_NOT_FOUND) {
                throw e;
            }
            return database.runCommand(new Document("isMaster", 1));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
