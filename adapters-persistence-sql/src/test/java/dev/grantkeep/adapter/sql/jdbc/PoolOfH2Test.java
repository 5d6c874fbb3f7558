package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.health.SqlHealth;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.port.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As after a full disk: the embedded database has closed itself. */
final class PoolOfH2Test {
    /** As {@link SqlStores} has it. */
    private static final int CONNECTIONS = 8;

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void eachDeadConnectionFailsOnceAtMost() throws SQLException {
        TestDatabase database = keepingCommits(TestDatabase.h2("file:" + directory.resolve("grantkeep")));
        try (SqlStores stores = SqlStores.on(database)) {
            openAll(stores.dataSource());
            shutDown(database);

            int failures = 0;
            while (!canWrite(stores) && failures < 100) {
                failures++;
            }

            assertThat(failures).isBetween(1, CONNECTIONS);
        }
    }

    /** As Grantkeep has it. */
    private static TestDatabase keepingCommits(TestDatabase database) {
        return new TestDatabase(database.url() + ";WRITE_DELAY=0", database.username(), database.password());
    }

    private static void openAll(DataSource pool) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(pool.getConnection());
        }
        for (Connection connection : all) {
            connection.close();
        }
    }

    private static void shutDown(TestDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }

    private static boolean canWrite(SqlStores stores) {
        try {
            stores.bean(SqlHealth.class).check();
            return true;
        } catch (StoreUnavailable dead) {
            return false;
        }
    }
}
