package dev.grantkeep.benchmark.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.grantkeep.benchmark.floor.FloorTable.Token;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The second floor: the JDK's own HTTP server, as it comes. It does for an introspection and an issue what the floor does,
 * on SQL, so that the floor cannot be one that happens to suit Grantkeep. The environment tells it what it tells the floor.
 */
public final class JdkFloor {
    /** Or each answer waits for an acknowledgement: the server sends its head and its body apart. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final long DAY = 86_400_000;
    private static final String SCOPES = "read write";

    private final FloorTable table;
    private final byte[] authorization;
    private final ObjectMapper mapper = ObjectMapper.getDefault();
    private final Padding introspection;
    private final Padding issue;

    private JdkFloor(Map<String, String> settings) {
        table = new SqlFloorTable(pool(settings));
        authorization = text(settings, "FLOOR_AUTHORIZATION").getBytes(StandardCharsets.UTF_8);
        introspection = new Padding(mapper, number(settings, "FLOOR_INTROSPECTION_BYTES"));
        issue = new Padding(mapper, number(settings, "FLOOR_ISSUE_BYTES"));
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty(NO_DELAY, "true");
        Map<String, String> settings = System.getenv();
        JdkFloor floor = new JdkFloor(settings);
        int port = number(settings, "MICRONAUT_SERVER_PORT");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(number(settings, "FLOOR_WORKERS")));
        server.createContext("/api/auth/introspection", exchange -> floor.answer(exchange, floor::introspect));
        server.createContext("/api/auth/token", exchange -> floor.answer(exchange, floor::issue));
        server.start();
    }

    /** What a request with the right credentials is answered; null if there is nothing. */
    @FunctionalInterface
    private interface Work {
        @Nullable
        TokenAnswer of(byte[] body) throws IOException;
    }

    private void answer(HttpExchange exchange, Work work) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!isRight(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, null);
            return;
        }
        TokenAnswer answer = work.of(body);
        send(exchange, answer == null ? 404 : 200, answer);
    }

    /** One look-up by hash. */
    private @Nullable TokenAnswer introspect(byte[] body) throws IOException {
        Token token =
                table.find(TokenValues.hash(read(body, TokenQuestion.class).token()));
        return token == null ? null : introspection.pad(answer(null, token));
    }

    /** One insert. */
    private @Nullable TokenAnswer issue(byte[] body) throws IOException {
        if (!read(body, IssueQuestion.class).parameters().startsWith("grant_type=client_credentials")) {
            return null;
        }
        String value = TokenValues.fresh();
        Token token = new Token(System.currentTimeMillis() + DAY, 1, null, SCOPES);
        table.add(TokenValues.hash(value), token);
        return issue.pad(answer(value, token));
    }

    private static TokenAnswer answer(@Nullable String access, Token token) {
        return new TokenAnswer(
                access, null, null, token.expiresAt(), token.clientId(), token.subject(), token.scopes(), "");
    }

    private boolean isRight(@Nullable String presented) {
        return presented != null && MessageDigest.isEqual(authorization, presented.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T read(byte[] body, Class<T> as) throws IOException {
        return Objects.requireNonNull(mapper.readValue(body, as));
    }

    private void send(HttpExchange exchange, int status, @Nullable TokenAnswer answer) throws IOException {
        byte[] body = answer == null ? new byte[0] : mapper.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static HikariDataSource pool(Map<String, String> settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(text(settings, "DATASOURCES_DEFAULT_URL"));
        pool.setUsername(text(settings, "DATASOURCES_DEFAULT_USERNAME"));
        pool.setPassword(text(settings, "DATASOURCES_DEFAULT_PASSWORD"));
        pool.setMaximumPoolSize(number(settings, "FLOOR_POOL"));
        return pool;
    }

    private static int number(Map<String, String> settings, String name) {
        return Integer.parseInt(text(settings, name));
    }

    private static String text(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }
}
