package dev.grantkeep.adapter.http.document;

import dev.grantkeep.adapter.http.connection.Connector;
import dev.grantkeep.adapter.http.connection.Guard;
import dev.grantkeep.adapter.http.connection.GuardedClient;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/** Makes the one client. Making it costs next to nothing: the first fetch prepares what it needs. */
@Factory
final class HttpFactory {
    /** The share of the memory for what is remembered of documents. */
    private static final int SHARE = 32;

    @Singleton
    @Bean(preDestroy = "close")
    GuardedClient client(OutboundSettings settings) {
        return new GuardedClient(
                new Guard(InetAddress::getAllByName, settings.allowInner()),
                new Connector(() -> tls(SslContextBuilder.forClient()), UnaryOperator.identity(), settings.maxBytes()));
    }

    @Bean(preDestroy = "close", typed = RemoteDocuments.class)
    @Singleton
    HttpRemoteDocuments documents(GuardedClient client, OutboundSettings settings, Clock clock) {
        return new HttpRemoteDocuments(
                new Fetcher(client, clock),
                clock,
                settings.timeout(),
                Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** The JDK's TLS, which trusts whom the JDK trusts, and compares the certificate with the host's name (RFC 9525). */
    static SslContext tls(SslContextBuilder builder) {
        try {
            return builder.sslProvider(SslProvider.JDK)
                    .endpointIdentificationAlgorithm("HTTPS")
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("the JDK has no TLS", e);
        }
    }
}
