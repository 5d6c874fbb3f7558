package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import org.jspecify.annotations.Nullable;

/** What became of a client's authentication. */
public sealed interface Authentication {
    record Authenticated(Client client, ClientAuthMethod method, boolean aliasUsed) implements Authentication {}

    record Refused(AuthenticationRefusal why, @Nullable Client client) implements Authentication {}

    record Locked(ClientId client) implements Authentication {}
}
