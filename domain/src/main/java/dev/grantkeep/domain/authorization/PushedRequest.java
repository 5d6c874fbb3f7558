package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that its client pushed (RFC 9126 section 2). It was judged then and is judged again when it is
 * used, once, at the authorization endpoint; until then it is good for its client alone.
 *
 * @param hash of the value that its handle ends with
 * @param parameters those that count, as they were sent; nothing by which the client authenticated
 * @param object the text of the request object that they are from; null if they are from none
 */
public record PushedRequest(
        TokenHash hash,
        ServiceId service,
        ClientId client,
        Parameters parameters,
        @Nullable String object,
        Instant expiresAt) {
    /** What the handles begin with, which clients get as {@code request_uri} (RFC 9126 section 2.2). */
    public static final String HANDLE = "urn:ietf:params:oauth:request_uri:";

    /** Whether a {@code request_uri} is a handle, of whomever. */
    public static boolean isHandle(String requestUri) {
        return requestUri.startsWith(HANDLE);
    }

    /** What a handle ends with; empty if there can be none such. */
    public static Optional<TokenValue> valueOf(String handle) {
        return Optional.of(handle.substring(HANDLE.length()))
                .filter(TokenValue::isValid)
                .map(TokenValue::new);
    }

    /** The handle by which a request is named. */
    public static String handleOf(TokenValue value) {
        return HANDLE + value.value();
    }

    /** Whether this client may use it now. */
    public boolean isGood(ClientId of, Instant now) {
        return client.equals(of) && expiresAt.isAfter(now);
    }

    /** Without what the client sent. */
    @Override
    public String toString() {
        return "PushedRequest[" + client + ", " + expiresAt + "]";
    }
}
