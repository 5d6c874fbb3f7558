package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** The user's or the authorization server's no: uses the ticket up and says where the error goes (contract 2.9). */
public interface FailAuthorization {
    Result handle(Command command);

    /**
     * Which request.
     *
     * @param ticket as it was presented; anything at all
     * @param error the parameters of the error, in order
     */
    record Command(Service service, String ticket, Map<String, String> error) {
        public Command {
            error = new LinkedHashMap<>(error);
        }

        @Override
        public String toString() {
            return "FailAuthorization[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** @param response all parameters that go there, in order */
    record Failed(ResponseTarget target, Map<String, String> response) implements Result {
        public Failed {
            response = new LinkedHashMap<>(response);
        }

        /** Without the response. */
        @Override
        public String toString() {
            return "Failed[" + target + "]";
        }
    }

    /**
     * The response cannot be made as the client wants it. The ticket is still good.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record ResponseImpossible(String why) implements Result {}

    /** The ticket is unknown, expired or used. */
    record NoTicket() implements Result {}

    /** The client was deleted after the request. */
    record ClientGone() implements Result {}

    record ClientLocked(ClientId client) implements Result {}
}
