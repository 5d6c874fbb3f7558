package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.Service;

/** The user's or the authorization server's no: uses the ticket up and says where the error goes (contract 2.9). */
public interface FailAuthorization {
    Result handle(Command command);

    /**
     * Which request.
     *
     * @param ticket as it was presented; anything at all
     */
    record Command(Service service, String ticket) {
        @Override
        public String toString() {
            return "FailAuthorization[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    record Failed(ResponseTarget target) implements Result {}

    /** The ticket is unknown, expired or used. */
    record NoTicket() implements Result {}

    /** The client was deleted after the request. */
    record ClientGone() implements Result {}

    record ClientLocked(ClientId client) implements Result {}
}
