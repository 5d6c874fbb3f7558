package dev.grantkeep.benchmark.floor;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The floor's connection to MongoDB. It writes as Grantkeep does: acknowledged by a majority, in its journals. It reads
 * from the primary what a majority has, if writes wait for one, which is the least; Grantkeep's introspection is
 * linearizable on a replica set. What the connection string says wins, for both.
 */
@Factory
@Requires(env = "mongo")
final class MongoFloorFactory {
    private static final int PATIENCE_SECONDS = 5;
    private static final WriteConcern WRITES =
            WriteConcern.MAJORITY.withJournal(true).withWTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);

    private final ConnectionString uri;
    private final int pool;

    MongoFloorFactory(@Value("${mongodb.uri}") String uri, @Value("${floor.pool}") int pool) {
        this.uri = new ConnectionString(uri);
        this.pool = pool;
    }

    @Singleton
    @Bean(preDestroy = "close")
    MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToConnectionPoolSettings(
                        settings -> settings.maxSize(pool).maxWaitTime(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(uri)
                .readConcern(reads())
                .writeConcern(writes())
                .build());
    }

    @Singleton
    MongoDatabase database(MongoClient client) {
        return client.getDatabase(Objects.requireNonNull(uri.getDatabase(), "a database"));
    }

    private ReadConcern reads() {
        @Nullable ReadConcern given = uri.getReadConcern();
        if (given != null) {
            return given;
        }
        return Objects.equals(writes().getWObject(), WRITES.getWObject()) ? ReadConcern.MAJORITY : ReadConcern.LOCAL;
    }

    /** What the connection string leaves open stays. */
    private WriteConcern writes() {
        @Nullable WriteConcern given = uri.getWriteConcern();
        if (given == null) {
            return WRITES;
        }
        WriteConcern writes = switch (given.getWObject()) {
            case Integer nodes -> WRITES.withW(nodes);
            case String name -> WRITES.withW(name);
            case null, default -> WRITES;
        };
        @Nullable Boolean journal = given.getJournal();
        @Nullable Integer timeout = given.getWTimeout(TimeUnit.MILLISECONDS);
        writes = journal == null ? writes : writes.withJournal(journal);
        return timeout == null ? writes : writes.withWTimeout(timeout, TimeUnit.MILLISECONDS);
    }
}
