package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Secret;
import org.jspecify.annotations.Nullable;

/** Gives a client another secret. The old one stops working at once; its tokens live on. */
public interface ChangeClientSecret {
    Result handle(Command command);

    /**
     * Which client.
     *
     * @param chosen the new secret; null generates one of 512 bits
     */
    record Command(
            Service service,
            ClientIdentifier client,
            @Nullable Secret chosen) {}

    sealed interface Result {}

    record Changed(Client client, Secret oldSecret) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
