package dev.grantkeep.adapter.http.document;

import dev.grantkeep.adapter.http.connection.Connector;
import dev.grantkeep.adapter.http.connection.Guard;
import dev.grantkeep.adapter.http.connection.GuardedClient;
import dev.grantkeep.adapter.http.testing.Certificate;
import dev.grantkeep.adapter.http.testing.ScriptedServer;
import dev.grantkeep.adapter.http.testing.TestNetwork;
import dev.grantkeep.application.port.Clock;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;

/** The adapter between a server with TLS, which is at a public address of a test network, and whoever asks. */
final class Bench implements AutoCloseable {
    static final int MOST_BYTES = 10_000;
    private static final long CACHE_BYTES = 1 << 20;

    final ScriptedServer server = ScriptedServer.withTls();
    final TestNetwork network =
            new TestNetwork().name("client.example", TestNetwork.PUBLIC).way(TestNetwork.PUBLIC, server.address());
    final HttpRemoteDocuments documents;
    private final GuardedClient client;

    Bench(Clock clock, Duration timeout, boolean allowInner) {
        this(clock, timeout, allowInner, SslContextBuilder.forClient().trustManager(Certificate.trusted()));
    }

    Bench(Clock clock, Duration timeout, boolean allowInner, SslContextBuilder tls) {
        client = new GuardedClient(
                new Guard(network, allowInner), new Connector(() -> HttpFactory.tls(tls), network, MOST_BYTES));
        documents = new HttpRemoteDocuments(new Fetcher(client, clock), clock, timeout, CACHE_BYTES);
    }

    @Override
    public void close() {
        documents.close();
        client.close();
        server.close();
    }
}
