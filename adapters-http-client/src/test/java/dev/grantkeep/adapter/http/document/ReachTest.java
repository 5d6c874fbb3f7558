package dev.grantkeep.adapter.http.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.http.testing.ScriptedServer;
import dev.grantkeep.adapter.http.testing.TestNetwork;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a fetch goes, and where it does not. */
class ReachTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String KEYS = "https://client.example/keys";

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
    private Bench bench = new Bench(clock, TIMEOUT, false);

    @AfterEach
    void close() {
        bench.close();
    }

    private Fetched fetched(String address, DocumentKind kind) {
        return bench.documents.fetch(new DocumentAddress(address), kind);
    }

    private Reason reason(String address) {
        return fetched(address, DocumentKind.KEY_SET) instanceof Unreachable none ? none.reason() : null;
    }

    private String text(String address) {
        return fetched(address, DocumentKind.KEY_SET) instanceof RemoteDocument document ? document.text() : null;
    }

    @Nested
    class PublicOnly {
        @ParameterizedTest
        @ValueSource(
                strings = {"127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "fd00:ec2::254", "64:ff9b::10.0.0.1"})
        void aNameOfAnInnerAddressIsRefused(String inner) {
            bench.network.name("client.example", inner);
            assertThat(reason(KEYS)).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(bench.network.connected()).isEmpty();
        }

        /** Else whoever asks could find out which inner names there are. */
        @Test
        void aNameThatIsUnknownIsToldTheSame() {
            assertThat(reason("https://unknown.example/keys")).isEqualTo(Reason.NOT_PUBLIC);
        }

        @Test
        void aNameWithOneInnerAddressAmongOthersIsRefused() {
            bench.server.on("/keys", "200 OK", "{}");
            bench.network.name("client.example", TestNetwork.PUBLIC, "10.0.0.1");
            assertThat(reason(KEYS)).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(bench.network.connected()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "[fd00:ec2::254]"})
        void anInnerAddressItselfIsRefused(String host) {
            String plain = host.replace("[", "").replace("]", "");
            bench.network.name(plain, plain);
            assertThat(reason("https://" + host + "/keys")).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(bench.network.connected()).isEmpty();
        }

        @Test
        void plainHttpIsRefusedBeforeAnythingIsLookedUp() {
            assertThat(reason("http://client.example/keys")).isEqualTo(Reason.UNENCRYPTED);
            assertThat(bench.network.lookUps()).isEmpty();
        }
    }

    @Nested
    class TheCheckedAddress {
        @Test
        void isTheOneConnectedTo() {
            bench.server.on("/keys", "200 OK", "{}");
            assertThat(text("https://client.example:8443/keys")).isEqualTo("{}");
            assertThat(bench.network.connected())
                    .containsExactly(new InetSocketAddress(TestNetwork.address(TestNetwork.PUBLIC), 8443));
            assertThat(bench.network.lookUps()).containsExactly("client.example");
        }

        @Test
        void isTheOneConnectedToThoughTheNameLeadsInwardAMomentLater() {
            bench.server.on("/keys", "200 OK", "{}");
            bench.network.nameAfterLookUp("client.example", "127.0.0.1");
            assertThat(text(KEYS)).isEqualTo("{}");
            assertThat(reason("https://client.example/other")).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(bench.network.connected())
                    .containsExactly(new InetSocketAddress(TestNetwork.address(TestNetwork.PUBLIC), 443));
        }

        @Test
        void isCheckedAnewByTheNextFetch() {
            bench.server.on("/keys", "200 OK", "{}");
            RemoteDocument good = (RemoteDocument) fetched(KEYS, DocumentKind.KEY_SET);
            bench.network.name("client.example", "127.0.0.1");
            assertThat(bench.documents.fetchNewer(good, DocumentKind.KEY_SET)).isEqualTo(good);
            assertThat(bench.network.connected()).hasSize(1);
            clock.advance(Duration.ofDays(2));
            assertThat(reason(KEYS)).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(bench.network.connected()).hasSize(1);
        }
    }

    @Nested
    class Redirects {
        private void redirect(String target, String status, String location) {
            bench.server.on(target, status + "\r\nLocation: " + location, "moved");
        }

        @ParameterizedTest
        @ValueSource(strings = {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"})
        void areFollowedToAnotherHost(String status) {
            bench.network.name("other.example", TestNetwork.OTHER_PUBLIC);
            bench.network.way(TestNetwork.OTHER_PUBLIC, bench.server.address());
            redirect("/keys", status, "https://other.example/moved");
            bench.server.on("/moved", "200 OK", "{}");
            assertThat(fetched(KEYS, DocumentKind.KEY_SET))
                    .isEqualTo(new RemoteDocument(
                            new DocumentAddress(KEYS),
                            "{}",
                            clock.now(),
                            clock.now().plus(Duration.ofMinutes(5))));
            assertThat(bench.server.requests().get(1)).contains("other.example");
        }

        @Test
        void areThreeAtMost() {
            redirect("/1", "302 Found", "/2");
            redirect("/2", "302 Found", "/3");
            redirect("/3", "302 Found", "/4");
            redirect("/0", "302 Found", "/1");
            bench.server.on("/4", "200 OK", "{}");
            assertThat(text("https://client.example/1")).isEqualTo("{}");
            assertThat(reason("https://client.example/0")).isEqualTo(Reason.REDIRECTED);
        }

        @Test
        void areNotFollowedForARequestObjectOrASectorIdentifier() {
            redirect("/keys", "302 Found", "/moved");
            bench.server.on("/moved", "200 OK", "{}");
            assertThat(fetched(KEYS, DocumentKind.REQUEST_OBJECT))
                    .isEqualTo(new Unreachable(new DocumentAddress(KEYS), Reason.REDIRECTED));
            assertThat(fetched(KEYS, DocumentKind.SECTOR_IDENTIFIER))
                    .isEqualTo(new Unreachable(new DocumentAddress(KEYS), Reason.REDIRECTED));
        }

        @Test
        void doNotLeadInward() {
            bench.network.name("inner.example", "10.0.0.1");
            redirect("/keys", "302 Found", "https://inner.example/");
            assertThat(reason(KEYS)).isEqualTo(Reason.NOT_PUBLIC);
            assertThat(bench.network.connected()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"http://client.example/", "file:///etc/passwd", "https://2130706433/", "", "https://a@b.c/"})
        void doNotLeadElsewhere(String location) {
            redirect("/keys", "302 Found", location);
            assertThat(reason(KEYS)).isEqualTo(Reason.REDIRECTED);
            assertThat(bench.server.requests()).hasSize(1);
        }
    }

    @Nested
    class InnerAllowed {
        private ScriptedServer plain = ScriptedServer.withoutTls();
        private final String address = "http://127.0.0.1:" + plain.address().getPort();

        InnerAllowed() {
            bench.close();
            bench = new Bench(clock, TIMEOUT, true);
            bench.network.name("127.0.0.1", "127.0.0.1").name("localhost", "127.0.0.1");
        }

        @AfterEach
        void close() {
            plain.close();
        }

        @Test
        void isReachedWithoutEncryptionToo() {
            plain.on("/keys", "200 OK", "{}");
            assertThat(text(address + "/keys")).isEqualTo("{}");
        }

        @Test
        void tellsNothingOfWhatItAnswered() {
            plain.on("/failed", "500 Failed", "");
            plain.on("/endless", "200 OK", "a".repeat(Bench.MOST_BYTES + 1));
            plain.on("/closed", out -> {});
            for (String path : new String[] {"/none", "/failed", "/endless", "/closed"}) {
                assertThat(reason(address + path)).isEqualTo(Reason.INNER);
            }
            plain.close();
            assertThat(reason(address + "/gone")).isEqualTo(Reason.INNER);
        }

        @Test
        void doesNotAllowPlainHttpToOthers() {
            assertThat(reason("http://client.example/keys")).isEqualTo(Reason.UNENCRYPTED);
            assertThat(bench.network.connected()).isEmpty();
        }
    }
}
