package dev.grantkeep.application.port.in.authorization;

import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's yes: issues what the response type asks for (contract 2.8). Only success uses the ticket up. */
public interface IssueAuthorization {
    Result handle(Command command);

    /**
     * The decision.
     *
     * @param ticket as it was presented; anything at all
     * @param subject the user; only the response type {@code none} does without
     * @param scopes the scopes that the user granted in place of those requested; null is those requested. {@code
     *     openid} is ignored unless it was requested
     * @param idToken for the ID token that is issued here, or for the code
     * @param requested explicit durations, for an access token that is issued here
     * @param access the access token to use, if one is issued here; null generates one
     */
    record Command(
            Service service,
            String ticket,
            @Nullable Subject subject,
            @Nullable ScopeSet scopes,
            Properties properties,
            TokenDetails details,
            IdTokenContent idToken,
            Durations requested,
            @Nullable TokenValue access) {
        @Override
        public String toString() {
            return "IssueAuthorization[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /**
     * What goes to the client.
     *
     * @param code null unless the response type includes one
     * @param token null unless the response type includes one
     * @param idToken null unless the response type includes one
     * @param context what the authorization server noted with the ticket
     * @param response all parameters that go there, in order
     */
    record Issued(
            ResponseTarget target,
            Client client,
            @Nullable String context,
            @Nullable TokenValue code,
            @Nullable IssuedToken token,
            @Nullable IdToken idToken,
            Map<String, String> response)
            implements Result {
        public Issued {
            response = new LinkedHashMap<>(response);
        }

        /** Without what the client gets. */
        @Override
        public String toString() {
            return "Issued[" + client.id() + "]";
        }
    }

    /**
     * The response cannot be made as the client wants it. The ticket is still good.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record ResponseImpossible(String why) implements Result {}

    /**
     * The ID token that the response type includes cannot be made.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record IdTokenImpossible(Recipient to, String why) implements Result {}

    /**
     * The access token that the response type includes has to be a JWT, and cannot be made.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record AccessTokenImpossible(Recipient to, String why) implements Result {}

    /** The ticket is unknown, expired or used. */
    record NoTicket() implements Result {}

    /** The response type needs to know whom it is about. */
    record SubjectMissing() implements Result {}

    /** The chosen access token is in use. */
    record ValueTaken() implements Result {}

    /** The client was deleted after the request. */
    record ClientGone() implements Result {}

    record ClientLocked(ClientId client) implements Result {}

    /** The service or client demands tokens that Grantkeep does not make yet. */
    record DemandNotMet(Recipient to) implements Result {}
}
