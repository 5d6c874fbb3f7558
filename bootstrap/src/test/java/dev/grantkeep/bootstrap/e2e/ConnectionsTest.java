package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.bootstrap.Grantkeep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are slow, many, greedy or ambiguous, at a server that gives a request one second. */
final class ConnectionsTest {
    private static final int MOST = 30;
    private static final String HOST = "Host: grantkeep.example\r\n";
    private static final String ECHO = "GET /api/misc/echo?a=1 HTTP/1.1\r\n" + HOST;
    private static final String POST = "POST /api/auth/introspection HTTP/1.1\r\n" + HOST;
    private static final String HIDDEN = "GET /api/misc/echo?hidden=1 HTTP/1.1\r\n" + HOST + "\r\n";

    private static Grantkeep server;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>(StoreMode.H2.settings());
        settings.putAll(RunningGrantkeep.owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.connections.most", MOST);
        settings.put("grantkeep.connections.request-timeout", "1s");
        server = Grantkeep.start(settings);
        try (RawConnection first = connection()) {
            // What the server does only once would count as slowness of a test.
            first.send(ECHO + "\r\n").answer();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawConnection connection() {
        return new RawConnection(server.uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "G",
                ECHO,
                ECHO + "X: ",
                POST + "Content-Length: 10\r\n\r\n{",
                POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{"
            })
    void aRequestThatDoesNotEndIsCut(String begun) {
        try (RawConnection slow = connection()) {
            assertThat(slow.send(begun).untilClosed())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"A001214\"");
        }
    }

    @Test
    void aConnectionThatNeverSaysAnythingIsClosed() {
        try (RawConnection silent = connection()) {
            assertThat(silent.untilClosed()).isEmpty();
        }
    }

    @Test
    void aFurtherRequestThatDoesNotEndIsCut() {
        try (RawConnection slow = connection()) {
            assertThat(slow.send(ECHO + "\r\n").answer()).startsWith("HTTP/1.1 200 ");

            assertThat(slow.send("GET").untilClosed()).startsWith("HTTP/1.1 408 ");
        }
    }

    /** It would be taken for the answer to a request that is being sent at that moment. */
    @Test
    void anEmptyLineBetweenRequestsIsAnsweredByNothing() {
        try (RawConnection resting = connection();
                RawConnection slow = connection()) {
            resting.send(ECHO + "\r\n").answer();
            resting.send("\r\n");
            slow.send("GET").untilClosed();
            slow.close();

            assertThat(resting.send(ECHO + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aBodyThatStillComesAfterItsAnswerGetsNoSecondOne() {
        try (RawConnection slow = connection()) {
            String all = slow.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100\r\n\r\n{")
                    .untilClosed();

            assertThat(all.split("HTTP/1.1 ", -1)).hasSize(2);
        }
    }

    /** The others come and go within its rest, each for longer than a request may take. */
    @Test
    void aConnectionThatRestsBetweenRequestsStays() {
        try (RawConnection resting = connection()) {
            resting.send(ECHO + "\r\n").answer();
            for (int i = 0; i < 2; i++) {
                try (RawConnection slow = connection()) {
                    slow.send("GET").untilClosed();
                }
            }

            assertThat(resting.send(ECHO + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void tooManyConnectionsAreClosedAtOnce() {
        List<RawConnection> all = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                all.add(connection());
                all.get(i).send(ECHO + "\r\n").answer();
            }
            try (RawConnection further = connection()) {
                assertThat(further.send(ECHO + "\r\n").untilClosed()).isEmpty();
            }
            assertThat(all.get(0).send(ECHO + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            all.forEach(RawConnection::close);
        }
    }

    /** RFC 9112 section 11.2: everyone on the way has to see the same requests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
                "Content-Length: 5, 5\r\n\r\nhello",
                "Content-Length: +5\r\n\r\nhello",
                "Content-Length: -5\r\n\r\nhello",
                "Content-Length: 5x\r\n\r\nhello",
                "Content-Length : 5\r\n\r\nhello",
                "Transfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n",
                "Transfer-Encoding: chunked\r\n\r\n5;a=\nb\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n",
                "X: a\nY: b\r\n\r\n",
                "X: a\rY: b\r\n\r\n",
                "X: a\0b\r\n\r\n",
                "Host: other.example\r\n\r\n"
            })
    void aRequestThatCouldBeReadInTwoWaysIsRefused(String rest) {
        try (RawConnection connection = connection()) {
            String all = connection.send(POST + rest + HIDDEN).untilClosed();

            assertThat(all).startsWith("HTTP/1.1 400 ").contains("\"A001209\"").doesNotContain("hidden");
            assertThat(all.split("HTTP/1.1 ")).hasSize(2);
        }
    }

    @Test
    void aRequestWithoutAHostIsRefused() {
        try (RawConnection connection = connection()) {
            assertThat(connection
                            .send("GET /api/misc/echo HTTP/1.1\r\n\r\n" + HIDDEN)
                            .untilClosed())
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void requestsThatFollowEachOtherAreAnsweredInTurn() {
        try (RawConnection connection = connection()) {
            connection.send(ECHO + "\r\n" + HIDDEN);

            assertThat(connection.answer()).endsWith("{\"a\":\"1\"}");
            assertThat(connection.answer()).endsWith("{\"hidden\":\"1\"}");
        }
    }
}
