package dev.grantkeep.adapter.rest.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.RestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** At a server whose connections hold {@link ConnectionLimits#LEAST_HELD_BYTES} together. */
class ConnectionGuardTest {
    private static final String HEAD = "POST /api/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final int LARGE = 1_900_000;

    private final RestServer server = RestServer.shared();

    /** Two fit. Which of three is the first to be counted is up to the threads that read them. */
    @Test
    void halfSentBodiesGiveWayToLaterOnes() throws IOException {
        String begun = HEAD + "Content-Length: " + LARGE + "\r\n\r\n" + "x".repeat(LARGE - 1);
        try (Socket first = begin(begun);
                Socket second = begin(begun);
                Socket third = begin(begun)) {
            assertThat(firstAnswer(first, second, third))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("\"A001105\"");
        }
    }

    /** The server's "100 Continue" is no answer to the request: what follows is held all the same. */
    @Test
    void bodiesThatWereAskedForCountToo() throws IOException {
        String head = HEAD + "Expect: 100-continue\r\nContent-Length: " + LARGE + "\r\n\r\n";
        try (Socket first = continued(head);
                Socket second = continued(head);
                Socket third = continued(head)) {
            assertThat(firstAnswer(first, second, third)).startsWith("HTTP/1.1 503 ");
        }
    }

    private Socket continued(String head) throws IOException {
        Socket socket = begin(head);
        assertThat(new String(socket.getInputStream().readNBytes(25), ISO_8859_1))
                .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        try {
            socket.getOutputStream().write("x".repeat(LARGE - 1).getBytes(ISO_8859_1));
        } catch (SocketException closed) {
            return socket;
        }
        return socket;
    }

    @Test
    void compressedBodiesCountAsWhatTheyMayBecome() throws IOException {
        String begun = HEAD + "Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n\u001f\u008b";
        try (Socket first = begin(begun);
                Socket second = begin(begun);
                Socket third = begin(begun)) {
            assertThat(firstAnswer(first, second, third)).startsWith("HTTP/1.1 503 ");
        }
    }

    /** Nobody is in the way of one who has the same size but sends it. */
    @Test
    void aWholeBodyIsAnswered() throws IOException {
        try (Socket whole = begin(HEAD + "Content-Length: " + LARGE + "\r\n\r\n" + "x".repeat(LARGE))) {
            assertThat(new String(whole.getInputStream().readNBytes(12), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void aBodyThatComesInManyPiecesCostsMore() throws IOException {
        String pieces = "1\r\nx\r\n".repeat(20_000);
        try (Socket greedy = begin(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + pieces)) {
            assertThat(untilClosed(greedy)).startsWith("HTTP/1.1 503 ");
        }
    }

    private Socket begin(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        } catch (SocketException closed) {
            return socket;
        }
        return socket;
    }

    /** Each is read on a thread of its own, for the first that says something may be any. */
    private static String firstAnswer(Socket... sockets) {
        Executor threads = task -> Thread.ofVirtual().start(task);
        return (String) CompletableFuture.anyOf(Arrays.stream(sockets)
                        .map(socket -> CompletableFuture.supplyAsync(() -> untilClosed(socket), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static String untilClosed(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
