package dev.grantkeep.application.port.in.flow;

import org.jspecify.annotations.Nullable;

/**
 * How a client presented itself (RFC 6749 section 2.3).
 *
 * @param basicId the id of its Basic header; null if it sent none
 * @param basicSecret the secret of its Basic header
 * @param bodyId {@code client_id} of the body
 * @param bodySecret {@code client_secret} of the body
 */
public record ClientCredentials(
        @Nullable String basicId,
        @Nullable String basicSecret,
        @Nullable String bodyId,
        @Nullable String bodySecret) {
    /** Whether the client used the Authorization header, so that a failure is a 401 with a challenge. */
    public boolean inHeader() {
        return basicId != null;
    }

    @Override
    public String toString() {
        return "ClientCredentials[hidden]";
    }
}
