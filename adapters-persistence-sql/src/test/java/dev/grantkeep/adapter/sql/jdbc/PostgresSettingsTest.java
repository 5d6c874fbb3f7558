package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PostgresSettingsTest {
    private static final PostgresSettings SETTINGS = new PostgresSettings(
            Duration.ofMillis(1),
            Duration.ofMillis(1_001),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10));

    @Test
    void theDriverTakesWholeSecondsAndNoneIsWithoutEnd() {
        assertThat(SETTINGS.properties())
                .containsEntry("connectTimeout", "1")
                .containsEntry("loginTimeout", "2")
                .containsEntry("socketTimeout", "5");
    }

    @Test
    void whatTheUrlSetsIsNotSetAgain() {
        assertThat(SETTINGS.session("jdbc:postgresql://a/b?options=-c%20lock_timeout=1s"))
                .isEqualTo("set idle_in_transaction_session_timeout = 10000;");
    }

    @Test
    void everyConnectionToPostgresIsLimited() throws Exception {
        SqlStores stores = SqlStores.postgres();
        try (Connection connection = stores.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(5_000);
            assertThat(shown(statement, "lock_timeout")).isEqualTo("3s");
            assertThat(shown(statement, "idle_in_transaction_session_timeout")).isEqualTo("10s");
            assertThat(shown(statement, "time zone")).isEqualTo("UTC");
        }
    }

    @Test
    void theUrlWins() throws Exception {
        TestDatabase database = TestDatabase.postgres();
        TestDatabase own = new TestDatabase(
                database.url() + "&socketTimeout=77&options=-c%20lock_timeout=5s",
                database.username(),
                database.password());
        try (SqlStores stores = SqlStores.on(own);
                Connection connection = stores.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(77_000);
            assertThat(shown(statement, "lock_timeout")).isEqualTo("5s");
        }
    }

    @Test
    void theEmbeddedDatabaseGetsNoneOfThem() throws Exception {
        HikariDataSource pool = SqlStores.h2().dataSource().unwrap(HikariDataSource.class);
        assertThat(pool.getDataSourceProperties()).isEmpty();
        assertThat(pool.getDataSource()).isNull();
        assertThat(pool.getConnectionInitSql()).isEqualTo("set time zone 'UTC'");
    }

    private static String shown(Statement statement, String parameter) throws Exception {
        try (ResultSet rows = statement.executeQuery("show " + parameter)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
