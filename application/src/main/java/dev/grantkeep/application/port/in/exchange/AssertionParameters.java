package dev.grantkeep.application.port.in.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of an assertion that authenticates a client (RFC 7521 section 4.2); a client needs both.
 *
 * @param type {@code client_assertion_type}
 * @param jwt {@code client_assertion}
 */
public record AssertionParameters(
        @Nullable String type, @Nullable String jwt) {
    @Override
    public String toString() {
        return "AssertionParameters[" + type + "]";
    }
}
