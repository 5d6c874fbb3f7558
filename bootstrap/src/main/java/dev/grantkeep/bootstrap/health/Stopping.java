package dev.grantkeep.bootstrap.health;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Whether the server has been told to stop. From then on it says that it is not ready, and goes on with all else for a while,
 * in which whatever sends it requests can notice.
 */
@Singleton
public final class Stopping {
    private final Duration delay;
    private volatile boolean hasBegun;

    Stopping(@Property(name = "grantkeep.stop-delay") Duration delay) {
        this.delay = delay;
    }

    /** Returns when the server may stop; earlier if the thread is interrupted. */
    public void begin() {
        hasBegun = true;
        try {
            Thread.sleep(delay);
        } catch (InterruptedException hurry) {
            // The end goes on in order.
        }
    }

    boolean hasBegun() {
        return hasBegun;
    }
}
