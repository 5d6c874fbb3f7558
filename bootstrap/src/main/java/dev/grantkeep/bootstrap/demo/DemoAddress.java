package dev.grantkeep.bootstrap.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where the demo is; known once the server has started. */
@Singleton
@Requires(env = "demo")
final class DemoAddress {
    private final Provider<EmbeddedServer> server;

    DemoAddress(Provider<EmbeddedServer> server) {
        this.server = server;
    }

    /** Such as {@code http://127.0.0.1:8080}. */
    URI base() {
        return URI.create("http://127.0.0.1:" + server.get().getPort());
    }

    /** The same by the name that people type. */
    String byName() {
        return "http://localhost:" + server.get().getPort();
    }
}
