package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands before Grantkeep for a library whose answers would not be seen otherwise, so that all have a strict shape. */
final class WatchedPort {
    private static final Map<StoreMode, Map<Dialect, URI>> OPEN = new EnumMap<>(StoreMode.class);

    private final Stage stage;

    private WatchedPort(Stage stage) {
        this.stage = stage;
    }

    /** Where the library has to go. */
    static synchronized URI of(Stage stage) {
        return OPEN.computeIfAbsent(stage.store(), store -> new EnumMap<>(Dialect.class))
                .computeIfAbsent(stage.dialect(), dialect -> new WatchedPort(stage).open());
    }

    private URI open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::forward);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange, body);
            byte[] text = answer.text().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** An answer of another shape becomes a failure that the library throws. */
    private Answer answer(HttpExchange exchange, byte[] body) {
        Api api = new Api(stage.app().uri(), stage.dialect(), 0, header(exchange, "Authorization"));
        try {
            return api.send(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    header(exchange, "Content-Type"),
                    body.length == 0 ? null : body);
        } catch (AssertionError wrongShape) {
            return new Answer(599, "text/plain", String.valueOf(wrongShape.getMessage()));
        }
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
