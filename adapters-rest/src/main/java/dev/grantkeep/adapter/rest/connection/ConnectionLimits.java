package dev.grantkeep.adapter.rest.connection;

import java.time.Duration;

/**
 * What all connections may use up.
 *
 * @param most how many there are at once, at least 1; a further one is closed at once
 * @param requestTimeout from the first byte of a request to its last, whole seconds or more; a connection that has not made a
 *     request yet is given the same
 * @param heldBytes what half-sent requests, requests being answered and unread answers hold together, beyond what each
 *     connection has free, at least 4 MiB
 */
public record ConnectionLimits(int most, Duration requestTimeout, long heldBytes) {
    /** So that one body and one answer of the largest size fit. */
    public static final long LEAST_HELD_BYTES = 4 << 20;

    public ConnectionLimits {
        if (most < 1) {
            throw new IllegalArgumentException("there is at least one connection: " + most);
        }
        if (requestTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a request may take at least a second: " + requestTimeout);
        }
        if (heldBytes < LEAST_HELD_BYTES) {
            throw new IllegalArgumentException("at least " + LEAST_HELD_BYTES + " bytes are held: " + heldBytes);
        }
    }
}
