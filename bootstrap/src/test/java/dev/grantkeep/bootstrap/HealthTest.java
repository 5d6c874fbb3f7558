package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
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

            HttpResponse<String> down = get(grantkeep, "/health");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\"}");
        }
    }

    @Test
    void metricsAreOpenAndOtherEndpointsAreNot() throws Exception {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            assertThat(get(grantkeep, "/prometheus").body()).contains("hikaricp_connections");
            assertThat(get(grantkeep, "/env").statusCode()).isEqualTo(404);
            assertThat(get(grantkeep, "/beans").statusCode()).isEqualTo(404);
        }
    }

    private static void closeDatabase(Grantkeep grantkeep) throws SQLException {
        grantkeep
                .context()
                .getBean(DataSource.class)
                .unwrap(HikariDataSource.class)
                .close();
    }

    private HttpResponse<String> get(Grantkeep grantkeep, String path) throws IOException, InterruptedException {
        URI uri = grantkeep.uri().resolve(path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
