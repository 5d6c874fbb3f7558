package dev.grantkeep.adapter.http.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.http.testing.ScriptedServer;
import dev.grantkeep.adapter.http.testing.TestNetwork;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do that mean harm, or cannot help it. */
class LimitsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final DocumentAddress ADDRESS = new DocumentAddress("https://client.example/keys");

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
    private Bench bench = new Bench(clock, TIMEOUT, false);

    @AfterEach
    void close() {
        bench.close();
    }

    private Fetched fetched() {
        return bench.documents.fetch(ADDRESS, DocumentKind.KEY_SET);
    }

    private Reason reason() {
        return fetched() instanceof Unreachable none ? none.reason() : null;
    }

    private String text() {
        return fetched() instanceof RemoteDocument document ? document.text() : null;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void serve(String text) {
        bench.server.on("/keys", out -> write(out, text));
    }

    @Nested
    class Request {
        @Test
        void saysNoMoreThanItMust() {
            bench.server.on("/keys", "200 OK", "{}");
            fetched();
            assertThat(bench.server.requests().get(0).toLowerCase(Locale.ROOT).lines())
                    .containsExactlyInAnyOrder(
                            "get /keys http/1.1",
                            "host: client.example",
                            "user-agent: grantkeep",
                            "accept: application/jwk-set+json, application/json",
                            "accept-encoding: identity",
                            "connection: close");
        }
    }

    @Nested
    class Body {
        @Test
        void mayBeAsLargeAsTheLimit() {
            bench.server.on("/keys", "200 OK", "a".repeat(Bench.MOST_BYTES));
            assertThat(text()).hasSize(Bench.MOST_BYTES);
        }

        @Test
        void mayNotBeLarger() {
            bench.server.on("/keys", "200 OK", "a".repeat(Bench.MOST_BYTES + 1));
            assertThat(reason()).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void mayNotBeLargerInChunks() {
            serve("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + ("1000\r\n" + "a".repeat(4096) + "\r\n").repeat(3) + "0\r\n\r\n");
            assertThat(reason()).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void mayNotBeEndless() {
            bench.server.on("/keys", out -> {
                write(out, "HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                    write(out, "a".repeat(1000));
                }
            });
            assertThat(reason()).isEqualTo(Reason.TOO_LARGE);
        }

        @Test
        void mayComeInChunksOrEndWithTheConnection() {
            serve("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            assertThat(text()).isEqualTo("{}");
            clock.advance(Duration.ofHours(1));
            serve("HTTP/1.1 200 OK\r\n\r\n{\"a\":1}");
            assertThat(text()).isEqualTo("{\"a\":1}");
        }

        @Test
        void isNotTakenIfItIsCompressed() throws IOException {
            ByteArrayOutputStream bomb = new ByteArrayOutputStream();
            try (GZIPOutputStream zipped = new GZIPOutputStream(bomb)) {
                zipped.write(new byte[5_000_000]);
            }
            assertThat(bomb.size()).isLessThan(Bench.MOST_BYTES);
            bench.server.on("/keys", out -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                out.write(bomb.toByteArray());
            });
            assertThat(reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void isNotTakenIfItSaysThatItIsEncoded() {
            serve("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n{}");
            assertThat(reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void isNotTakenIfItEndsEarly() {
            serve("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\"");
            assertThat(reason()).isEqualTo(Reason.NO_CONNECTION);
        }

        @Test
        void isNotTakenIfItIsNotUtf8() {
            serve("HTTP/1.1 200 OK\r\n\r\n{\"\u00e4\"");
            assertThat(reason()).isEqualTo(Reason.MALFORMED);
        }
    }

    @Nested
    class Head {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SSH-2.0-OpenSSH\r\n\r\n",
                    "HTTP/1.1 OK\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: a\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"
                })
        void mustBeHttp(String answer) {
            serve(answer);
            assertThat(reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void isBoundedToo() {
            serve("HTTP/1.1 200 OK\r\nA: " + "a".repeat(20_000) + "\r\n\r\n{}");
            assertThat(reason()).isEqualTo(Reason.MALFORMED);
        }

        @Test
        void mayComeAfterAHint() {
            serve("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            assertThat(text()).isEqualTo("{}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"201 Created", "204 No Content", "300 Choices", "304 Not Modified", "401 No", "404 No"})
        void hasTheStatus200(String status) {
            bench.server.on("/keys", status, "");
            assertThat(reason()).isEqualTo(Reason.REFUSED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"429 Too Many Requests", "500 Failed", "503 Unavailable"})
        void tellsAServerThatFails(String status) {
            bench.server.on("/keys", status, "");
            assertThat(reason()).isEqualTo(Reason.FAILING);
        }

        @Test
        void isNotThereIfTheConnectionEnds() {
            bench.server.on("/keys", out -> {});
            assertThat(reason()).isEqualTo(Reason.NO_CONNECTION);
        }
    }

    @Nested
    class Time {
        private void impatient() {
            bench.close();
            bench = new Bench(clock, Duration.ofMillis(300), false);
        }

        private void isTooSlow() {
            long start = System.nanoTime();
            assertThat(reason()).isEqualTo(Reason.TOO_SLOW);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }

        @Test
        void endsASilentServer() {
            impatient();
            bench.server.on("/keys", out -> new CountDownLatch(1).await());
            isTooSlow();
        }

        @Test
        void endsABodyThatDrips() {
            impatient();
            CountDownLatch never = new CountDownLatch(1);
            bench.server.on("/keys", out -> {
                write(out, "HTTP/1.1 200 OK\r\n\r\n");
                do {
                    write(out, "a");
                } while (!never.await(20, TimeUnit.MILLISECONDS));
            });
            isTooSlow();
        }

        @Test
        void endsHintsWithoutEnd() {
            impatient();
            CountDownLatch never = new CountDownLatch(1);
            bench.server.on("/keys", out -> {
                do {
                    write(out, "HTTP/1.1 103 Early Hints\r\n\r\n");
                } while (!never.await(20, TimeUnit.MILLISECONDS));
            });
            isTooSlow();
        }

        @Test
        void isThatOfAllRedirectsTogether() {
            impatient();
            CountDownLatch never = new CountDownLatch(1);
            bench.server.on("/keys", out -> {
                never.await(200, TimeUnit.MILLISECONDS);
                write(out, "HTTP/1.1 302 Found\r\nLocation: /keys\r\nContent-Length: 0\r\n\r\n");
            });
            isTooSlow();
        }

        @Test
        void isNoMoreThanTheCallHas() {
            CountDownLatch slow = new CountDownLatch(1);
            bench.server.on("/keys", out -> {
                slow.await();
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
            AtomicReference<Fetched> answer = new AtomicReference<>();
            Deadline.passed().hold(() -> answer.set(fetched()));
            assertThat(answer.get()).isEqualTo(new Unreachable(ADDRESS, Reason.TOO_SLOW));
            slow.countDown();
            assertThat(text()).isEqualTo("{}");
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Nested
    class ManyAtOnce {
        @Test
        void shareOneFetch() {
            CountDownLatch open = new CountDownLatch(1);
            bench.server.on("/keys", out -> {
                open.await();
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
            Deadline.passed().hold(() -> {
                for (int i = 0; i < 8; i++) {
                    fetched();
                }
            });
            open.countDown();
            assertThat(text()).isEqualTo("{}");
            assertThat(bench.server.requests()).hasSize(1);
        }

        @Test
        void areAtMostThirtyTwo() {
            CountDownLatch open = new CountDownLatch(1);
            ScriptedServer.Script waiting = out -> {
                open.await();
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            };
            for (int i = 0; i < 33; i++) {
                bench.server.on("/keys" + i, waiting);
            }
            Deadline.passed().hold(() -> {
                for (int i = 0; i < 32; i++) {
                    bench.documents.fetch(new DocumentAddress("https://client.example/keys" + i), DocumentKind.KEY_SET);
                }
            });
            DocumentAddress last = new DocumentAddress("https://client.example/keys32");
            assertThat(bench.documents.fetch(last, DocumentKind.KEY_SET)).isEqualTo(new Unreachable(last, Reason.BUSY));
            open.countDown();
        }
    }

    @Nested
    class Copies {
        @Test
        void areBoundedInBytes() {
            for (int i = 0; i < 80; i++) {
                bench.server.on("/keys" + i, "200 OK", "a".repeat(9_000));
                bench.documents.fetch(new DocumentAddress("https://client.example/keys" + i), DocumentKind.KEY_SET);
            }
            for (int i = 0; i < 80; i++) {
                bench.documents.fetch(new DocumentAddress("https://client.example/keys" + i), DocumentKind.KEY_SET);
            }
            assertThat(bench.server.requests()).hasSizeGreaterThan(100);
        }
    }

    @Nested
    class Server {
        @Test
        void mustBeThere() {
            bench.server.close();
            assertThat(reason()).isEqualTo(Reason.NO_CONNECTION);
        }

        @Test
        void mustHaveACertificateForTheName() {
            bench.network.name("wrong.example", TestNetwork.PUBLIC);
            DocumentAddress wrong = new DocumentAddress("https://wrong.example/keys");
            assertThat(bench.documents.fetch(wrong, DocumentKind.KEY_SET))
                    .isEqualTo(new Unreachable(wrong, Reason.UNTRUSTED));
            assertThat(bench.server.requests()).isEmpty();
        }

        @Test
        void mustHaveACertificateThatTheJdkTrusts() {
            bench.close();
            bench = new Bench(clock, TIMEOUT, false, SslContextBuilder.forClient());
            assertThat(reason()).isEqualTo(Reason.UNTRUSTED);
        }

        @Test
        void mayHaveANameThatEndsWithADot() {
            bench.server.on("/keys", "200 OK", "{}");
            bench.network.name("client.example.", TestNetwork.PUBLIC);
            DocumentAddress dotted = new DocumentAddress("https://client.example./keys");
            assertThat(bench.documents.fetch(dotted, DocumentKind.KEY_SET)).isInstanceOf(RemoteDocument.class);
        }

        @Test
        void mustHaveACertificateEvenIfTlsCannotSayItsName() {
            String name = "a".repeat(70) + ".example";
            bench.network.name(name, TestNetwork.PUBLIC);
            DocumentAddress strange = new DocumentAddress("https://" + name + "/keys");
            assertThat(bench.documents.fetch(strange, DocumentKind.KEY_SET))
                    .isEqualTo(new Unreachable(strange, Reason.UNTRUSTED));
        }

        @Test
        void mustHaveACertificateForTheIpAddress() {
            bench.network.name(TestNetwork.PUBLIC, TestNetwork.PUBLIC);
            DocumentAddress wrong = new DocumentAddress("https://" + TestNetwork.PUBLIC + "/keys");
            assertThat(bench.documents.fetch(wrong, DocumentKind.KEY_SET))
                    .isEqualTo(new Unreachable(wrong, Reason.UNTRUSTED));
        }

        @Test
        void mustSpeakTls() throws IOException {
            try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                bench.network.way(
                        TestNetwork.PUBLIC, new InetSocketAddress(plain.getInetAddress(), plain.getLocalPort()));
                Thread.ofVirtual().start(() -> greet(plain));
                assertThat(reason()).isEqualTo(Reason.UNTRUSTED);
            }
        }

        private static void greet(ServerSocket plain) {
            try (Socket connection = plain.accept()) {
                write(connection.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
                connection.getInputStream().readAllBytes();
            } catch (IOException clientIsGone) {
                return;
            }
        }

        @Test
        void mayBeAtTheSecondOfTwoAddresses() {
            bench.server.on("/keys", "200 OK", "{}");
            try (ScriptedServer gone = ScriptedServer.withTls()) {
                bench.network.way(TestNetwork.OTHER_PUBLIC, gone.address());
            }
            bench.network.name("client.example", TestNetwork.OTHER_PUBLIC, TestNetwork.PUBLIC);
            assertThat(text()).isEqualTo("{}");
        }
    }
}
