package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Restricts a client to some scopes, or takes the restriction away. Unsupported scopes are left out. */
public interface SetRequestableScopes {
    Result handle(Command command);

    /**
     * Which client.
     *
     * @param scopes the only scopes it may request, an empty set for none; null takes the restriction away
     */
    record Command(
            Service service,
            ClientIdentifier client,
            @Nullable ScopeSet scopes) {}

    sealed interface Result {}

    record Done(Client client) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
