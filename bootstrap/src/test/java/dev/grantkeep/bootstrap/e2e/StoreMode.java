package dev.grantkeep.bootstrap.e2e;

import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where Grantkeep keeps its state in a test run. The system property {@code e2e.stores} narrows the choice, as in {@code
 * -De2e.stores=H2}.
 */
public enum StoreMode {
    H2("H2") {
        @Override
        public Map<String, String> settings() {
            return sql(TestDatabase.h2("mem:" + UUID.randomUUID()));
        }

        /** The default: a file in the data directory. */
        @Override
        Map<String, String> durableSettings() {
            return Map.of("grantkeep.persistence", "sql");
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        public Map<String, String> settings() {
            return sql(TestDatabase.postgres());
        }
    },
    MONGODB("MongoDB") {
        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "grantkeep.persistence",
                    "mongo",
                    "mongodb.uri",
                    MongoTestServer.chosen().newDatabase());
        }
    };

    private final String title;

    StoreMode(String title) {
        this.title = title;
    }

    /** All, unless the system property says otherwise. */
    public static List<StoreMode> chosen() {
        String chosen = System.getProperty("e2e.stores");
        return chosen == null
                ? List.of(values())
                : Arrays.stream(chosen.split(",")).map(StoreMode::valueOf).toList();
    }

    /** What an operator sets. Every call names a fresh, empty store. */
    public abstract Map<String, String> settings();

    /** Those of a store that outlives the process, given a data directory that does. */
    Map<String, String> durableSettings() {
        return settings();
    }

    private static Map<String, String> sql(TestDatabase database) {
        return Map.of(
                "grantkeep.persistence", "sql",
                "datasources.default.url", database.url(),
                "datasources.default.username", database.username(),
                "datasources.default.password", database.password());
    }

    @Override
    public String toString() {
        return title;
    }
}
