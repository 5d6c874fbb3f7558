package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.service.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Completes an authorization response: with the client's state, with who answers (RFC 9207), and as a JWT where the client
 * wants it so (JARM). It changes nothing.
 */
public interface CompleteResponse {
    Result handle(Command command);

    /** @param parameters the response's own, in order */
    record Command(Service service, Recipient to, Map<String, String> parameters) {
        public Command {
            parameters = new LinkedHashMap<>(parameters);
        }

        /** Without the parameters. */
        @Override
        public String toString() {
            return "CompleteResponse[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** @param parameters all that is to be sent, in order */
    record Completed(Map<String, String> parameters) implements Result {
        public Completed {
            parameters = new LinkedHashMap<>(parameters);
        }

        /** Without the parameters. */
        @Override
        public String toString() {
            return "Completed[]";
        }
    }

    /**
     * It cannot be a JWT as the client wants it, and is not to be sent otherwise.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record Impossible(String why) implements Result {}
}
