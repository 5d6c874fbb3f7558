package dev.grantkeep.adapter.sql.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.service.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MigrationTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void aSecondStartMigratesNothingAndLosesNothing(Schema schema) throws SQLException {
        TestDatabase database = newDatabase(schema);
        Service service = Services.aService().build();
        try (SqlStores stores = SqlStores.on(database)) {
            assertThat(stores.services().add(Changed.to(service))).isEqualTo(Saved.SAVED);
        }
        List<String> first = applied(database);
        try (SqlStores stores = SqlStores.on(database)) {
            assertThat(stores.services().find(service.id())).contains(service);
        }
        assertThat(applied(database)).isEqualTo(first).isNotEmpty();
    }

    /** Or Flyway would be asked at every start. */
    @ParameterizedTest
    @EnumSource
    void whatFlywayWritesDownIsKnown(Schema schema) throws SQLException {
        TestDatabase database = newDatabase(schema);
        SqlStores.on(database).close();
        try (Connection connection = connect(database)) {
            assertThat(History.of(connection)).isEqualTo(schema.history());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfAnOlderVersionIsMigrated(Schema schema) throws SQLException {
        TestDatabase database = newDatabase(schema);
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .resourceProvider(schema)
                .target("3")
                .load()
                .migrate();
        assertThat(applied(database)).hasSize(3);
        SqlStores.on(database).close();
        assertThat(applied(database)).hasSameSizeAs(schema.names());
    }

    /** As when a new version of Grantkeep is taken back. */
    @ParameterizedTest
    @EnumSource
    void aDatabaseOfANewerVersionIsLeftAsItIs(Schema schema) throws SQLException {
        TestDatabase database = newDatabase(schema);
        SqlStores.on(database).close();
        execute(database, """
                insert into "flyway_schema_history"
                select 99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 1, "installed_by", "installed_on", 1, true
                from "flyway_schema_history" where "installed_rank" = 1
                """);
        List<String> before = applied(database);
        SqlStores.on(database).close();
        assertThat(applied(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaThatIsNotWhatTheScriptsMakeIsRefused(Schema schema) throws SQLException {
        TestDatabase database = newDatabase(schema);
        SqlStores.on(database).close();
        execute(database, "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '2'");
        assertThatThrownBy(() -> SqlStores.on(database).services())
                .rootCause()
                .hasMessageContaining("checksum mismatch for migration version 2");
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatFailedIsNotPassedOver(Schema schema) throws SQLException {
        TestDatabase database = newDatabase(schema);
        SqlStores.on(database).close();
        execute(database, "update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");
        assertThatThrownBy(() -> SqlStores.on(database).services())
                .rootCause()
                .hasMessageContaining("failed migration to version 2");
    }

    private TestDatabase newDatabase(Schema schema) {
        return switch (schema) {
            case H2 -> TestDatabase.h2("file:" + directory.resolve("grantkeep"));
            case POSTGRESQL -> TestDatabase.postgres();
        };
    }

    /** Each applied script and when. */
    private static List<String> applied(TestDatabase database) throws SQLException {
        List<String> applied = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select * from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\"")) {
            while (rows.next()) {
                applied.add(rows.getString("script") + " at " + rows.getTimestamp("installed_on"));
            }
        }
        return applied;
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
