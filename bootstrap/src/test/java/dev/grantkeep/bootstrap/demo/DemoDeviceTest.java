package dev.grantkeep.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's page for devices, to somebody who guesses. */
class DemoDeviceTest {
    @Test
    void onlySoManyCodesCanBeWrong(@TempDir Path directory) throws Exception {
        System.setProperty("micronaut.environments", "demo");
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory));
                HttpClient http = HttpClient.newHttpClient()) {
            URI page = URI.create("http://127.0.0.1:" + grantkeep.uri().getPort() + DemoPages.DEVICE);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                HttpRequest guess = HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("user_code=WRONG" + i))
                        .build();
                statuses.add(
                        http.send(guess, HttpResponse.BodyHandlers.ofString()).statusCode());
            }
            assertThat(statuses.subList(0, 10)).containsOnly(200);
            assertThat(statuses.subList(10, 12)).containsOnly(429);
        } finally {
            System.clearProperty("micronaut.environments");
        }
    }
}
