package dev.grantkeep.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;
import static org.assertj.core.data.Percentage.withPercentage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the mix finds the answers that do not suit the kind of their token. It needs wrk. */
final class MixScriptTest {
    private static final String ACTIVE = "{\"action\":\"OK\",\"existent\":true,\"usable\":true}";
    private static final String INACTIVE = "{\"action\":\"UNAUTHORIZED\",\"existent\":false,\"usable\":false}";

    @TempDir
    Path directory;

    private HttpServer server;
    private String answer = "";

    /** Or each answer waits for an acknowledgement. It is read once in a JVM. */
    @BeforeAll
    static void doNotDelay() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @BeforeEach
    void start() throws IOException {
        assumeThatCode(Wrk::requireInstalled).doesNotThrowAnyException();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void whoTakesAllForGoodIsFalseForThoseThatAreNot() throws IOException {
        LoadResult result = answering(ACTIVE);

        assertThat(result.falseActive()).isCloseTo(result.requests() * 44 / 100, withPercentage(20));
        assertThat(result.falseInactive()).isZero();
        assertThat(result.errors()).isZero();
    }

    @Test
    void whoTakesNoneForGoodIsFalseForTheGoodOnes() throws IOException {
        LoadResult result = answering(INACTIVE);

        assertThat(result.falseActive()).isZero();
        assertThat(result.falseInactive()).isCloseTo(result.requests() * 56 / 100, withPercentage(20));
        // An expired token exists.
        assertThat(result.errors()).isCloseTo(result.requests() * 10 / 100, withPercentage(50));
    }

    private LoadResult answering(String text) throws IOException {
        answer = text;
        Path others =
                Files.write(directory.resolve("others"), List.of("exchanged e", "expired x", "unknown u", "revoked r"));
        Requests requests =
                new Requests("mix.lua", List.of("/", "Basic none", "a-", "x", "1000", "50", others.toString()));
        return new Wrk(Path.of("wrk").toAbsolutePath())
                .run(requests, server.getAddress().getPort(), 2, 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("X-Request-Id");
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("X-Request-Id", id);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
