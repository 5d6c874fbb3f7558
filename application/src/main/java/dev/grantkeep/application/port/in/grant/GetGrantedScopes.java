package dev.grantkeep.application.port.in.grant;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Reads the memory of consent of a pair (contract 4.13). */
public interface GetGrantedScopes {
    Result handle(Command command);

    record Command(Service service, ClientIdentifier client, Subject subject) {}

    sealed interface Result {}

    /** The memory; null if there is none. */
    record Found(Client client, @Nullable GrantedScopes scopes) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
