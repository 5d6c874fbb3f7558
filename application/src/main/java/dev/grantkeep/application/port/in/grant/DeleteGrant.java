package dev.grantkeep.application.port.in.grant;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;

/**
 * Ends all tokens and pending codes of a pair ("Managing authorizations", section 3). One write, however many there
 * are. The memory of granted scopes stays.
 */
public interface DeleteGrant {
    Result handle(Command command);

    record Command(Service service, ClientIdentifier client, Subject subject) {}

    sealed interface Result {}

    /** How many stored records of the pair there were. */
    record Deleted(Client client, int count) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
