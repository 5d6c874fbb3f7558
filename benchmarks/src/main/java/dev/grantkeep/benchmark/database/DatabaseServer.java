package dev.grantkeep.benchmark.database;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.report.Caveat;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A running server to make databases in, one for each Grantkeep that is measured. */
public interface DatabaseServer {
    /** For texts, as {@code PostgreSQL}. */
    String name();

    Persistence persistence();

    /** An empty database, even if there was one of this name. */
    void createDatabase(String name);

    /** Leaves nothing behind in a server that outlives the run. */
    void discardDatabase(String name);

    /** The environment variables by which Grantkeep and the floor find a database. */
    Map<String, String> environment(String database);

    /** What a database holds for a tenant whose Grantkeep has made its tables and indexes. */
    Dataset dataset(String database, Tenant tenant);

    /** What all its processes have used together, in microseconds; empty if they are on another machine. */
    OptionalLong cpuMicros();

    /** Where it comes from, its version, and the settings that speed depends on, as Markdown. */
    String description();

    /** What has to be said of figures that it gives; null if they mean what they say. */
    default @Nullable Caveat caveat() {
        return null;
    }
}
