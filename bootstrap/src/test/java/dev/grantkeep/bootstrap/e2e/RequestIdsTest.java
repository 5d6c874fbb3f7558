package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids of requests: in, out, and in what is logged for them. */
class RequestIdsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final byte[] NOTHING = {};
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server = RunningGrantkeep.on(StoreMode.H2).uri();

    @TempDir
    private Path directory = Path.of(".");

    private static HttpResponse<String> send(URI to, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofString("x"));
        return HTTP.send(request.headers(headers).build(), BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> response) {
        List<String> ids = response.headers().allValues("X-Request-Id");
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/auth/introspection, 401",
        "/api/1/auth/token, 401",
        "/oauth/1/token, 400",
        "/no/such/path, 404",
        "/oauth/1/jwks, 405",
        "/api/misc/echo, 405",
        "/health, 405"
    })
    void comeBackWithEveryAnswer(String path, int status) throws Exception {
        HttpResponse<String> answer = send(server.resolve(path), "X-Request-Id", "my-Request.1:2/3+4=");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(id(answer)).isEqualTo("my-Request.1:2/3+4=");
        assertThat(id(send(server.resolve(path), "Accept", "*/*"))).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "{\"a\":1}", "id\tid", "ümlaut", "<script>"})
    void thatCouldDoHarmAreReplaced(String id) throws Exception {
        assertThat(id(send(server.resolve("/api/misc/echo"), "X-Request-Id", id)))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void thatAreTooLongOrTwoAreReplaced() throws Exception {
        URI echo = server.resolve("/api/misc/echo");

        assertThat(id(send(echo, "X-Request-Id", "x".repeat(64)))).hasSize(64);
        assertThat(id(send(echo, "X-Request-Id", "x".repeat(65)))).matches("[0-9a-f]{32}");
        assertThat(id(send(echo, "X-Request-Id", "one", "X-Request-Id", "two"))).matches("[0-9a-f]{32}");
    }

    @Test
    void areEachAnother() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ids.add(id(send(server.resolve("/api/misc/echo"), "Accept", "*/*")));
        }

        assertThat(ids).hasSize(50);
    }

    /** What the server cannot read as a request is answered before any filter. */
    @Test
    void areOnWhatTheServerAnswersToNoRequest() throws Exception {
        try (RawConnection raw = new RawConnection(server)) {
            raw.send("GET /api/misc/echo HTTP/1.1\r\nHost: a\r\nHost: b\r\nX-Request-Id: two-hosts\r\n\r\n");
            assertThat(raw.untilClosed()).startsWith("HTTP/1.1 400").containsIgnoringCase("x-request-id: two-hosts");
        }
        try (RawConnection raw = new RawConnection(server)) {
            raw.send("NONSENSE\r\n\r\n");
            assertThat(raw.untilClosed()).contains(" 400 Bad Request").containsIgnoringCase("x-request-id: ");
        }
    }

    /** On the threads of the server, of its workers, and of its workers for large settings. */
    @Test
    void andTracesAreInEveryLineOfTheirRequest() throws Exception {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        Map<String, String> settings = new HashMap<>(StoreMode.H2.settings());
        settings.put("grantkeep.log.format", "json");
        settings.put("grantkeep.log.calls", "true");
        settings.put("logger.levels.dev.grantkeep", "DEBUG");
        try (GrantkeepProcess grantkeep = GrantkeepProcess.start(settings, directory, log::add)) {
            Tenant tenant = Tenant.create(
                    grantkeep.owner(), "attributes", List.of(Json.map("key", "grantkeep.front", "value", "true")));
            Api api = tenant.api();
            api.send("POST", "auth/introspection", Api.FORM, NOTHING, ids("of-the-call"));
            api.send(
                    "POST",
                    "client/create",
                    Api.JSON,
                    "{\"sectorIdentifierUri\":\"https://no-such.invalid/\",\"subjectType\":\"PAIRWISE\"}"
                            .getBytes(UTF_8),
                    ids("of-the-settings"));
            HTTP.send(
                    HttpRequest.newBuilder(grantkeep
                                    .uri()
                                    .resolve("/oauth/" + tenant.id() + "/.well-known/openid-configuration"))
                            .headers(ids("of-the-front"))
                            .build(),
                    BodyHandlers.discarding());
            awaitLine(log, "openid-configuration\",\"status");
        }

        assertThat(log)
                .allSatisfy(
                        line -> assertThat(Json.parse(line).getAsJsonObject().keySet())
                                .contains("time", "level", "logger", "message"));
        assertThat(lines(log, "of-the-call")).hasSize(1).allSatisfy(RequestIdsTest::isOfTheIntrospection);
        assertThat(lines(log, "of-the-settings"))
                .extracting(line -> line.get("logger").getAsString())
                .containsExactly("dev.grantkeep.calls");
        assertThat(lines(log, "of-the-front"))
                .extracting(line -> line.get("logger").getAsString())
                .containsExactly("dev.grantkeep.adapter.rest.front.IssuerCheck", "dev.grantkeep.calls");
    }

    private static String[] ids(String id) {
        return new String[] {"X-Request-Id", id, "traceparent", PARENT};
    }

    private static List<JsonObject> lines(Queue<String> log, String id) {
        List<JsonObject> lines = log.stream()
                .map(line -> Json.parse(line).getAsJsonObject())
                .filter(line -> line.has("request_id")
                        && line.get("request_id").getAsString().equals(id))
                .toList();
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.get("trace_id").getAsString()).isEqualTo(TRACE));
        return lines;
    }

    private static void isOfTheIntrospection(JsonObject call) {
        assertThat(call.get("route").getAsString()).isEqualTo("/api/auth/introspection");
        assertThat(call.get("method").getAsString()).isEqualTo("POST");
        assertThat(call.get("status").getAsInt()).isEqualTo(200);
        assertThat(call.get("outcome").getAsString()).isEqualTo("client_error");
        assertThat(call.get("millis").getAsDouble()).isPositive();
        assertThat(call.has("exception")).isFalse();
    }

    private static void awaitLine(Queue<String> log, String text) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end && log.stream().noneMatch(line -> line.contains(text))) {
            Thread.onSpinWait();
        }
    }
}
