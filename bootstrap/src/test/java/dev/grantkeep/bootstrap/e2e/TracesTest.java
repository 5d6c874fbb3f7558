package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector is told, as it comes over the wire. */
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final int SERVER = 2;

    private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> types = new ConcurrentLinkedQueue<>();
    private final HttpServer collector;

    @TempDir
    private Path directory = Path.of(".");

    /** One span as OTLP has it. */
    private record Span(Protobuf message) {
        String name() {
            return message.text(5);
        }

        String traceId() {
            return message.hex(1);
        }

        String id() {
            return message.hex(2);
        }

        String parent() {
            return message.hex(4);
        }

        boolean isOfServer() {
            return message.number(6) == SERVER;
        }

        boolean failed() {
            return message.messages(15).anyMatch(status -> status.number(3) == 2);
        }

        Map<String, String> attributes() {
            return message.messages(9).collect(Collectors.toMap(pair -> pair.text(1), Span::value));
        }

        private static String value(Protobuf pair) {
            Protobuf value = pair.messages(2).findFirst().orElseThrow();
            return value.fields().containsKey(1) ? value.text(1) : Long.toString(value.number(3));
        }
    }

    TracesTest() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        collector.createContext("/v1/traces", exchange -> {
            received.add(exchange.getRequestBody().readAllBytes());
            types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private Grantkeep started(String... more) {
        Map<String, Object> settings = TestSettings.in(directory);
        settings.putAll(RunningGrantkeep.owner());
        settings.put(
                "grantkeep.traces.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return Grantkeep.start(settings);
    }

    private static Api owner(Grantkeep grantkeep) {
        String credentials = Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET);
        return new Api(grantkeep.uri(), Dialect.V2, 1, credentials);
    }

    private List<Span> spans() {
        return received.stream()
                .map(Protobuf::read)
                .flatMap(request -> request.messages(1))
                .flatMap(resource -> resource.messages(2))
                .flatMap(scope -> scope.messages(2))
                .map(Span::new)
                .toList();
    }

    private static void send(URI to, String flags, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(to)
                            .header("traceparent", "00-" + TRACE + "-" + PARENT + "-" + flags)
                            .header("X-Request-Id", "my-request")
                            .header("Authorization", "Bearer canary-of-credentials")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    @Test
    void aCallIsASpanBelowThatOfItsCaller() throws Exception {
        try (Grantkeep grantkeep = started()) {
            send(
                    grantkeep.uri().resolve("/api/77/auth/introspection?q=canary-of-a-query"),
                    "01",
                    "token=canary-of-a-token");
        }

        Span call = spans().stream().filter(Span::isOfServer).findFirst().orElseThrow();
        assertThat(types).containsOnly("application/x-protobuf");
        assertThat(call.traceId()).isEqualTo(TRACE);
        assertThat(call.parent()).isEqualTo(PARENT);
        assertThat(call.name()).isEqualTo("POST /api/{serviceId:[0-9]+}/auth/introspection");
        assertThat(call.failed()).isFalse();
        assertThat(call.attributes())
                .containsOnly(
                        Map.entry("http.request.method", "POST"),
                        Map.entry("http.route", "/api/{serviceId:[0-9]+}/auth/introspection"),
                        Map.entry("http.response.status_code", "401"),
                        Map.entry("grantkeep.outcome", "unauthorized"),
                        Map.entry("grantkeep.request_id", "my-request"));
        assertThat(wire()).doesNotContain("canary").contains("grantkeep");
    }

    @Test
    void operationsOfTheStoreAreBelowTheirCall() {
        String secret;
        try (Grantkeep grantkeep = started()) {
            Tenant tenant = Tenant.create(owner(grantkeep));
            Tokens tokens = tenant.client().tokens("user", "read");
            secret = tokens.access();
            tenant.works(secret);
        }

        Span introspection = spans().stream()
                .filter(span -> span.name().endsWith("/auth/introspection"))
                .findFirst()
                .orElseThrow();
        assertThat(introspection.parent()).isEmpty();
        assertThat(spans().stream().filter(span -> span.parent().equals(introspection.id())))
                .extracting(Span::name)
                .contains("store token_find");
        assertThat(spans().stream().filter(span -> span.name().startsWith("store ")))
                .hasSizeGreaterThan(5);
        assertThat(wire()).doesNotContain(secret);
    }

    @Test
    void whatBeginsUnsampledOrIsNotAskedForIsNotTold() throws Exception {
        try (Grantkeep grantkeep = started("grantkeep.traces.ratio", "0")) {
            send(grantkeep.uri().resolve("/api/misc/echo"), "00", "");
            Tenant.create(owner(grantkeep)).works("x");
        }

        assertThat(spans()).isEmpty();
    }

    @Test
    void aCollectorThatIsAwayHoldsNobodyUp() {
        collector.stop(0);
        try (Grantkeep grantkeep = started()) {
            assertThat(Tenant.create(owner(grantkeep)).works("x")).isFalse();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void withoutAnEndpointNothingOfItIsThere() {
        try (Grantkeep grantkeep = Grantkeep.start(TestSettings.in(directory))) {
            assertThat(grantkeep.context().containsBean(SdkTracerProvider.class))
                    .isFalse();
        }
    }

    /** All that came, as text: what is text in it can be read. */
    private String wire() {
        return received.stream().map(bytes -> new String(bytes, ISO_8859_1)).collect(Collectors.joining());
    }
}
