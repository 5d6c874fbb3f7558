package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import org.jspecify.annotations.Nullable;

/** What became of a client's authentication. */
public sealed interface Authentication {
    record Authenticated(Client client, ClientAuthMethod method, boolean aliasUsed) implements Authentication {}

    /** @param detail for a refusal that takes one */
    record Refused(
            AuthenticationRefusal why,
            @Nullable String detail,
            @Nullable Client client) implements Authentication {
        Refused(AuthenticationRefusal why) {
            this(why, null, null);
        }
    }

    record Locked(ClientId client) implements Authentication {}
}
