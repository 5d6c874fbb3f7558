package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void healthIsUpOnlyWhileTheStoreAnswers() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            assertThat(get(grantkeep, "/health").statusCode()).isEqualTo(200);

            closeDatabase(grantkeep);

            HttpResponse<String> down = awaitHealth(grantkeep, 503);
            assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\"}");
        }
    }

    /** As after a failover: queries succeed, writes do not. */
    @Test
    void healthIsDownWhileTheServerOnlyReads() throws Exception {
        TestDatabase database = TestDatabase.postgres();
        try (Grantkeep grantkeep = Grantkeep.start(on(database, ""))) {
            assertThat(get(grantkeep, "/health").statusCode()).isEqualTo(200);
        }
        String readOnly = (database.url().contains("?") ? "&" : "?") + "options=-c%20default_transaction_read_only=on";
        try (Grantkeep grantkeep = Grantkeep.start(on(database, readOnly))) {
            assertThat(get(grantkeep, "/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void anEmbeddedDatabaseThatClosedItselfIsOpenedAgain() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            try (Connection connection =
                            DriverManager.getConnection(pool(grantkeep).getJdbcUrl(), "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }

            awaitHealth(grantkeep, 200);
        }
    }

    private Map<String, Object> on(TestDatabase database, String options) {
        Map<String, Object> settings = TestSettings.in(directory);
        settings.put("datasources.default.url", database.url() + options);
        settings.put("datasources.default.username", database.username());
        settings.put("datasources.default.password", database.password());
        return settings;
    }

    @Test
    void metricsAreOpenAndOtherEndpointsAreNot() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            assertThat(get(grantkeep, "/prometheus").body()).contains("hikaricp_connections");
            assertThat(get(grantkeep, "/env").statusCode()).isEqualTo(404);
            assertThat(get(grantkeep, "/beans").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void metricsCanBeClosed() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory, "endpoints.prometheus.enabled", false))) {
            assertThat(get(grantkeep, "/prometheus").statusCode()).isEqualTo(404);
            assertThat(get(grantkeep, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServerWithoutItsStoreIsAliveAndNotReady() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            assertThat(get(grantkeep, "/health/readiness").statusCode()).isEqualTo(200);

            closeDatabase(grantkeep);

            awaitHealth(grantkeep, 503);
            assertThat(get(grantkeep, "/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(grantkeep, "/health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(get(grantkeep, "/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(grantkeep, "/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void aServerThatIsToldToStopIsNotReadyAtOnceAndAnswersAllElseForAWhile() throws Exception {
        Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory, "grantkeep.stop-delay", "60s"));
        Thread stop = Thread.ofPlatform().start(grantkeep::close);
        try {
            HttpResponse<String> notReady = get(grantkeep, "/health/readiness");
            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (notReady.statusCode() == 200 && System.nanoTime() < deadline) {
                notReady = get(grantkeep, "/health/readiness");
            }

            assertThat(notReady.statusCode()).isEqualTo(503);
            assertThat(notReady.body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(get(grantkeep, "/health").statusCode()).isEqualTo(200);
            assertThat(get(grantkeep, "/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get(grantkeep, "/api/misc/echo").statusCode()).isEqualTo(200);
        } finally {
            stop.interrupt();
            stop.join();
        }
    }

    private static void closeDatabase(Grantkeep grantkeep) throws SQLException {
        pool(grantkeep).close();
    }

    private static HikariDataSource pool(Grantkeep grantkeep) throws SQLException {
        return grantkeep.context().getBean(DataSource.class).unwrap(HikariDataSource.class);
    }

    /** What was found a moment ago holds for a second. */
    private HttpResponse<String> awaitHealth(Grantkeep grantkeep, int status) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        HttpResponse<String> answer = get(grantkeep, "/health");
        while (answer.statusCode() != status && System.nanoTime() < deadline) {
            answer = get(grantkeep, "/health");
        }
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> get(Grantkeep grantkeep, String path) throws IOException, InterruptedException {
        URI uri = grantkeep.uri().resolve(path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
