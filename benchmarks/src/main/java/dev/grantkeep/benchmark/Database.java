package dev.grantkeep.benchmark;

import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.mongo.GivenMongo;
import dev.grantkeep.benchmark.mongo.StandIn;
import dev.grantkeep.benchmark.postgres.GivenPostgres;
import dev.grantkeep.benchmark.postgres.OwnPostgres;
import dev.grantkeep.benchmark.process.Cleanup;
import java.nio.file.Path;

/**
 * Which database is measured.
 *
 * @param name {@code postgresql} for one of the run's own, the JDBC URL of another PostgreSQL, or {@code mongo}
 * @param mongoUri where MongoDB is; empty for a stand-in
 */
record Database(String name, String mongoUri) {
    static final String POSTGRESQL = "postgresql";
    private static final String MONGO = "mongo";

    /**
     * @throws IllegalArgumentException if it cannot be measured
     */
    static Database named(String name) {
        if (!name.equals(POSTGRESQL) && !name.equals(MONGO) && !name.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("--database takes postgresql, a JDBC URL of PostgreSQL, or mongo (with"
                    + " MONGODB_URI); nothing else can be measured yet");
        }
        String uri = System.getenv("MONGODB_URI");
        return new Database(name, uri == null ? "" : uri.strip());
    }

    /** What the names of the results' files have after the date. */
    String suffix() {
        return name.equals(MONGO) ? "-mongo" : "";
    }

    /** The connection strings may hold a password. */
    @Override
    public String toString() {
        return "Database[hidden]";
    }

    /** Starts it if it is the run's own. */
    DatabaseServer open(Path directory, Cleanup cleanup) {
        return switch (name) {
            case POSTGRESQL -> cleanup.add(OwnPostgres.start(directory)).postgres();
            case MONGO ->
                mongoUri.isEmpty()
                        ? cleanup.add(StandIn.start(directory)).mongo()
                        : cleanup.add(GivenMongo.at(mongoUri));
            default -> GivenPostgres.at(name);
        };
    }
}
