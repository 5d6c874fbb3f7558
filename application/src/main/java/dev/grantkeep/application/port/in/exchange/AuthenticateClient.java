package dev.grantkeep.application.port.in.exchange;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * Tells which client it is that calls (RFC 6749 section 2.3). The service may be a stale copy, and so may the client be: a
 * yes is to be checked by what follows from it.
 */
public interface AuthenticateClient {
    Result handle(Command command);

    /** @param credentials as they were presented; anything at all */
    record Command(Service service, ClientCredentials credentials) {
        @Override
        public String toString() {
            return "AuthenticateClient[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** It is this client; a public one has shown nothing but its name. */
    record Authenticated(Client client) implements Result {}

    /** @param detail for a refusal that takes one */
    record Refused(AuthenticationRefusal why, @Nullable String detail) implements Result {}

    record Locked(ClientId client) implements Result {}
}
