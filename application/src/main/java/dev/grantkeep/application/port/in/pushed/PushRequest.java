package dev.grantkeep.application.port.in.pushed;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Takes an authorization request from its client, checks it, and gives a handle for it (RFC 9126 section 2). */
public interface PushRequest {
    Result handle(Command command);

    /**
     * What the client sent.
     *
     * @param service may be a copy that is out of date
     * @param parameters all of them, those included by which it authenticates
     */
    record Command(Service service, Parameters parameters, ClientCredentials credentials) {}

    sealed interface Result {}

    /**
     * The request is kept.
     *
     * @param handle to be named, once and within its life, as {@code request_uri} at the authorization endpoint
     */
    record Pushed(Client client, String handle, TokenDuration life) implements Result {
        /** Without the handle. */
        @Override
        public String toString() {
            return "Pushed[" + client.id() + "]";
        }
    }

    /** @param detail for a refusal that takes one */
    record NotAuthenticated(
            AuthenticationRefusal why,
            @Nullable String detail,
            @Nullable Client client) implements Result {}

    /**
     * It would be refused at the authorization endpoint, or cannot be pushed.
     *
     * @param detail what it is about, such as the redirect URI or a parameter's name
     * @param client null if it is not known yet
     */
    record Refused(
            AuthorizationRefusal why,
            @Nullable String detail,
            @Nullable Client client) implements Result {}

    record ClientLocked(ClientId client) implements Result {}
}
