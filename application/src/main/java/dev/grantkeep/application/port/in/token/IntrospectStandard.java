package dev.grantkeep.application.port.in.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import org.jspecify.annotations.Nullable;

/**
 * Introspection of access and refresh tokens by RFC 7662. A refresh token that was rotated is active only while the token
 * endpoint would answer it. The service may be a stale copy.
 */
public interface IntrospectStandard {
    Result handle(Command command);

    /**
     * What to check.
     *
     * @param token as it was presented; anything at all
     * @param hint {@code refresh_token} looks there first; anything else looks among access tokens first
     * @param resourceServer the URI of the resource server that asks; if the token has target resources, it must be one
     */
    record Command(
            Service service,
            String token,
            @Nullable String hint,
            @Nullable String resourceServer) {
        @Override
        public String toString() {
            return "IntrospectStandard[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** What the token is. */
    record Active(Kind kind, TokenInContext token, Client client) implements Result {}

    /**
     * It is not active, whatever the reason.
     *
     * @param kind what it was found to be; null if it was not found
     */
    record Inactive(@Nullable Kind kind) implements Result {}

    enum Kind {
        ACCESS_TOKEN,
        REFRESH_TOKEN
    }
}
