package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.grantkeep.adapter.mongo.index.MongoIndexes;
import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Saved;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.bson.Document;

/**
 * The collections. What the driver throws leaves here as {@link StoreUnavailable}, and until the indexes are there so
 * does every call: without them nothing would be unique. The client repeats a write once after a failure if the server
 * can tell that it is the same one (retryable writes), so a write is never done twice and never mistaken for another's.
 */
public final class Database {
    /** How long a linearizable read may take: without a majority it would wait for ever. */
    public static final int READ_SECONDS = 5;

    private final MongoClient client;
    private final ClientOptions options;
    private final MongoDatabase database;
    private volatile Topology topology;
    private volatile boolean prepared;

    Database(MongoClient client, ClientOptions options, Topology topology) {
        this.client = client;
        this.options = options;
        this.topology = topology;
        database = client.getDatabase(options.database());
    }

    /** Does something with a collection. */
    public <T> T call(String collection, Function<MongoCollection<Document>, T> work) {
        requirePrepared();
        try {
            return work.apply(inTime(database.getCollection(collection)));
        } catch (MongoException e) {
            throw Failures.translated(e, collection);
        }
    }

    /** A call's operation ends with the time that the call has left. */
    private MongoCollection<Document> inTime(MongoCollection<Document> documents) {
        long left = Deadline.current().nanosLeft();
        if (left == Long.MAX_VALUE) {
            return documents;
        }
        long millis = Math.min(TimeUnit.NANOSECONDS.toMillis(left), options.answerMillis());
        if (millis == 0) {
            throw new StoreUnavailable("the call has no time left", new TimeoutException());
        }
        return documents.withTimeout(millis, TimeUnit.MILLISECONDS);
    }

    /** Reads so that everything acknowledged before is seen, even while a replica set changes its primary. */
    public <T> T decide(String collection, Function<MongoCollection<Document>, T> work) {
        return call(collection, documents -> work.apply(documents.withReadConcern(options.decisiveReads(topology))));
    }

    /** A write that may meet a unique value that is taken. */
    public Saved save(String collection, Function<MongoCollection<Document>, Saved> work) {
        return call(collection, documents -> {
            try {
                return work.apply(documents);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return Saved.TAKEN;
                }
                throw e;
            }
        });
    }

    /** Adds a document. */
    public Saved add(String collection, Document document) {
        return save(collection, documents -> {
            documents.insertOne(document);
            return Saved.SAVED;
        });
    }

    /** Whether collections may be sharded. */
    public boolean isRouted() {
        return topology == Topology.ROUTED;
    }

    /**
     * Asks the primary for a sign of life.
     *
     * @throws StoreUnavailable if there is none
     */
    void ping() {
        try {
            database.runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            throw Failures.unavailable(e);
        }
    }

    /**
     * Creates missing indexes and lets the calls through.
     *
     * @throws StoreUnavailable if the server cannot be reached or refuses
     */
    void prepare() {
        ping();
        if (topology == Topology.UNKNOWN) {
            topology = Topology.of(client.getClusterDescription().getType());
        }
        try {
            MongoIndexes.ensure(database, isRouted());
        } catch (MongoException e) {
            throw Failures.unavailable(e);
        }
        prepared = true;
    }

    /**
     * @throws StoreUnavailable if the server has never been reached yet
     */
    void requirePrepared() {
        if (!prepared) {
            throw new StoreUnavailable(
                    "MongoDB has not been reachable since the start", new IllegalStateException("no indexes yet"));
        }
    }
}
