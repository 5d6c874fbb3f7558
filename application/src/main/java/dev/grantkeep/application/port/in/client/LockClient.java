package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;

/** Locks or unlocks a client. While it is locked it gets no tokens and those it has do not work. */
public interface LockClient {
    Result handle(Command command);

    record Command(Service service, ClientIdentifier client, boolean locked) {}

    sealed interface Result {}

    record Done(Client client) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
