package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Deletes a client; its tokens end with it, at once. */
public interface DeleteClient {
    Result handle(Command command);

    /**
     * Which client.
     *
     * @param service absent when an owner of services calls, who names the client by its id alone
     */
    record Command(@Nullable Service service, ClientIdentifier client) {}

    sealed interface Result {}

    record Deleted() implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
