package dev.grantkeep.adapter.mongo.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * What the driver is told. Each option of the connection string wins over the one here:
 *
 * <ul>
 *   <li>reads: from the primary, of what a majority has if writes wait for one; see {@link #decisiveReads}
 *   <li>writes: acknowledged by a majority, in its journals, within {@value #PATIENCE_SECONDS} seconds
 *   <li>the {@link MongoTimeouts} to find a server, to connect and to get a connection of the pool
 *   <li>{@value #ANSWER_SECONDS} seconds for a server to answer what is not a call's
 *   <li>{@value #WATCH_SECONDS} seconds between looks at the server: connections that have gone silent are known by that
 * </ul>
 */
final class ClientOptions {
    private static final int PATIENCE_SECONDS = 5;
    private static final int ANSWER_SECONDS = 10;
    private static final int WATCH_SECONDS = 2;
    static final String DEFAULT_DATABASE = "grantkeep";
    private static final WriteConcern MAJORITY =
            WriteConcern.MAJORITY.withJournal(true).withWTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);

    private final ConnectionString uri;
    private final int poolSize;
    private final MongoTimeouts timeouts;

    ClientOptions(MongoSettings settings, MongoTimeouts timeouts) {
        this.timeouts = timeouts;
        uri = new ConnectionString(settings.uri());
        poolSize = settings.poolSize();
    }

    String database() {
        return Objects.requireNonNullElse(uri.getDatabase(), DEFAULT_DATABASE);
    }

    /**
     * How those reads are made that must see every acknowledged revocation: linearizable, so that a primary that has
     * been deposed and does not know it yet cannot answer them. A read concern in the connection string relaxes that,
     * so does reading from secondaries; a standalone server has nothing to agree with.
     */
    ReadConcern decisiveReads(Topology topology) {
        if (topology == Topology.STANDALONE || uri.getReadConcern() != null || readsSecondaries()) {
            return reads();
        }
        return ReadConcern.LINEARIZABLE;
    }

    MongoClientSettings forDriver() {
        return MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(millis(timeouts.selectionTimeout()), MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(WATCH_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(millis(timeouts.connectTimeout()), MILLISECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool ->
                        pool.maxSize(mostConnections()).maxWaitTime(millis(timeouts.poolTimeout()), MILLISECONDS))
                .applyConnectionString(uri)
                .readConcern(reads())
                .writeConcern(writes())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
    }

    /** How long an operation of a call may take. */
    long answerMillis() {
        return timeouts.answerTimeout().toMillis();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /** The connection string may ask for more to be kept open. */
    private int mostConnections() {
        return Math.max(poolSize, Objects.requireNonNullElse(uri.getMinConnectionPoolSize(), 0));
    }

    /** Where writes do not wait for a majority, a read of what a majority has would miss the write before it. */
    private ReadConcern reads() {
        @Nullable ReadConcern given = uri.getReadConcern();
        if (given != null) {
            return given;
        }
        return Objects.equals(writes().getWObject(), MAJORITY.getWObject()) ? ReadConcern.MAJORITY : ReadConcern.LOCAL;
    }

    /** What the connection string leaves open stays. */
    private WriteConcern writes() {
        @Nullable WriteConcern given = uri.getWriteConcern();
        if (given == null) {
            return MAJORITY;
        }
        WriteConcern writes = switch (given.getWObject()) {
            case Integer nodes -> MAJORITY.withW(nodes);
            case String name -> MAJORITY.withW(name);
            case null, default -> MAJORITY;
        };
        @Nullable Boolean journal = given.getJournal();
        @Nullable Integer timeout = given.getWTimeout(TimeUnit.MILLISECONDS);
        writes = journal == null ? writes : writes.withJournal(journal);
        return timeout == null ? writes : writes.withWTimeout(timeout, TimeUnit.MILLISECONDS);
    }

    private boolean readsSecondaries() {
        @Nullable ReadPreference preference = uri.getReadPreference();
        return preference != null && preference.isSecondaryOk();
    }
}
