package dev.grantkeep.bootstrap;

import dev.grantkeep.adapter.rest.connection.ConnectionLimits;
import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What connections may use up; see the table of settings. */
@Factory
final class Connections {
    /** The share of the memory that requests and answers on their way may hold. */
    private static final int SHARE = 8;

    @Singleton
    ConnectionLimits limits(
            @Property(name = "grantkeep.connections.most") int most,
            @Property(name = "grantkeep.connections.request-timeout") Duration requestTimeout) {
        long share = Runtime.getRuntime().maxMemory() / SHARE;
        try {
            return new ConnectionLimits(most, requestTimeout, Math.max(ConnectionLimits.LEAST_HELD_BYTES, share));
        } catch (IllegalArgumentException e) {
            throw new StartupRefused("The settings grantkeep.connections.* cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
