package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Hints;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import org.jspecify.annotations.Nullable;

/** Checks a client's authorization request and gives a ticket for the decision about it (contract 2.7). */
public interface StartAuthorization {
    Result handle(Command command);

    /**
     * The client's request.
     *
     * @param parameters as they came
     * @param context free text of the authorization server, kept with the ticket
     */
    record Command(
            Service service,
            Parameters parameters,
            @Nullable String context) {}

    sealed interface Result {}

    /**
     * The request is valid.
     *
     * @param ticket to be shown once to {@link IssueAuthorization} or {@link FailAuthorization}
     * @param hints what the login and consent pages want to know
     * @param requestObject the text of the request object that the parameters are from, decrypted; null if they are from none
     */
    record Valid(
            TokenValue ticket,
            AuthorizationRequest request,
            Client client,
            Hints hints,
            @Nullable String requestObject) implements Result {
        /** Without the object, which may be what was encrypted. */
        @Override
        public String toString() {
            return "Valid[" + request + ", " + hints + "]";
        }
    }

    /**
     * The request is not valid.
     *
     * @param detail what it is about, such as the redirect URI or a parameter's name
     * @param to whom the error goes; null if there is no redirect URI that can be trusted
     */
    record Refused(
            AuthorizationRefusal why,
            @Nullable String detail,
            @Nullable Recipient to) implements Result {}

    record ClientLocked(ClientId client) implements Result {}
}
