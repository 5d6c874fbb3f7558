package dev.grantkeep.application.port.in.grant;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;

/** Deletes the memory of consent of a pair. Tokens and their scopes stay (contract 2.16). */
public interface DeleteGrantedScopes {
    Result handle(Command command);

    record Command(Service service, ClientIdentifier client, Subject subject) {}

    sealed interface Result {}

    record Deleted(Client client) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
