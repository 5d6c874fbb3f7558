package dev.grantkeep.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {
    private static final int STALL_MILLIS = 500;

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    /** A closed loop would have sent one request in that time, and would call one of a hundred slow. */
    @Test
    void aStallIsFeltByAllThatWereDueInIt() {
        LoadResult result;
        try (HttpConnection connection = new HttpConnection(server.getAddress().getPort(), "Basic none")) {
            result = new OpenLoop(new Arrivals(100, 1, 1)).run(List.of(connection), to -> to.get("/"));
        }

        assertThat(result.requests()).isEqualTo(calls.get()).isBetween(70L, 130L);
        assertThat(result.errors()).isZero();
        assertThat(result.p50()).isGreaterThan(STALL_MILLIS * 1_000L / 10);
        assertThat(result.p999()).isGreaterThanOrEqualTo(STALL_MILLIS * 1_000L * 9 / 10);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (calls.incrementAndGet() == 2) {
            LockSupport.parkNanos(STALL_MILLIS * 1_000_000L);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
