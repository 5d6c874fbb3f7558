package dev.grantkeep.application.port.in.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client presented itself (RFC 6749 section 2.3).
 *
 * @param basicId the id of its Basic header; null if it sent none
 * @param basicSecret the secret of its Basic header
 * @param bodyId {@code client_id} of the body
 * @param bodySecret {@code client_secret} of the body
 * @param assertion null if the body has neither of its parameters
 */
public record ClientCredentials(
        @Nullable String basicId,
        @Nullable String basicSecret,
        @Nullable String bodyId,
        @Nullable String bodySecret,
        @Nullable AssertionParameters assertion) {
    /** In how many ways it authenticates; a client must not in more than one (RFC 6749 section 2.3). */
    public int waysToAuthenticate() {
        boolean byHeader = basicSecret != null || (basicId != null && assertion != null);
        return (byHeader ? 1 : 0) + (bodySecret == null ? 0 : 1) + (assertion == null ? 0 : 1);
    }

    /**
     * The Basic header's id and secret with their form-encoding undone (RFC 6749 section 2.3.1): some authorization servers
     * hand them over as they came. Empty if that changes nothing or they are not encoded.
     */
    public Optional<ClientCredentials> formDecoded() {
        try {
            ClientCredentials decoded = new ClientCredentials(
                    formDecoded(basicId), formDecoded(basicSecret), bodyId, bodySecret, assertion);
            return Optional.of(decoded).filter(changed -> !changed.equals(this));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static @Nullable String formDecoded(@Nullable String text) {
        return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ClientCredentials[hidden]";
    }
}
