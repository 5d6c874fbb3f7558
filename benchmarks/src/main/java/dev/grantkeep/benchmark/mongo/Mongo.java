package dev.grantkeep.benchmark.mongo;

import com.mongodb.client.MongoClient;
import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.database.Persistence;
import dev.grantkeep.benchmark.process.CpuTime;
import dev.grantkeep.benchmark.report.Caveat;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's protocol.
 *
 * @param process its process, if that is known and on this machine
 * @param transientData whether all of its data goes with the run
 * @param caveat null if it is MongoDB
 */
public record Mongo(
        String name,
        MongoUri uri,
        MongoClient client,
        @Nullable ProcessHandle process,
        boolean transientData,
        String description,
        @Nullable Caveat caveat)
        implements DatabaseServer, AutoCloseable {
    @Override
    public Persistence persistence() {
        return Persistence.MONGO;
    }

    @Override
    public void createDatabase(String name) {
        client.getDatabase(name).drop();
    }

    @Override
    public void discardDatabase(String name) {
        if (!transientData) {
            client.getDatabase(name).drop();
        }
    }

    @Override
    public Map<String, String> environment(String database) {
        return Map.of("MONGODB_URI", uri.in(database));
    }

    @Override
    public Dataset dataset(String database, Tenant tenant) {
        return new MongoDataset(client, database, tenant);
    }

    @Override
    public OptionalLong cpuMicros() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(CpuTime.ofProcess(process.pid()));
    }

    @Override
    public void close() {
        client.close();
    }
}
