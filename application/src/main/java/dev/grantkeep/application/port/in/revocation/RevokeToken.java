package dev.grantkeep.application.port.in.revocation;

import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * Revocation by the client that holds the token (RFC 7009). Either token of a record ends both, and so does any refresh
 * token that the record had before: a client that lost the answer to a refresh can still log out.
 */
public interface RevokeToken {
    Result handle(Command command);

    /**
     * What to revoke.
     *
     * @param token as it was presented; anything at all
     * @param hint {@code refresh_token} looks there first; anything else looks among access tokens first
     */
    record Command(
            Service service,
            ClientCredentials credentials,
            String token,
            @Nullable String hint) {
        @Override
        public String toString() {
            return "RevokeToken[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** It is ended, or never was. */
    record Done() implements Result {}

    /**
     * The client could not be authenticated, or the token is another client's.
     *
     * @param detail for a refusal that takes one
     */
    record Refused(TokenRefusal why, @Nullable String detail) implements Result {}

    record ClientLocked(ClientId client) implements Result {}
}
