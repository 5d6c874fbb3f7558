package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;

/** Finds a client by id or alias. */
public interface GetClient {
    Result handle(Command command);

    record Command(Service service, ClientIdentifier client) {}

    sealed interface Result {}

    record Found(Client client) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
