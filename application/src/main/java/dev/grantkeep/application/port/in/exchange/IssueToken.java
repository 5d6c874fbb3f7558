package dev.grantkeep.application.port.in.exchange;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/** The password was right: issues the token (contract 2.11). Only success uses the ticket up. */
public interface IssueToken {
    Result handle(Command command);

    /**
     * The decision.
     *
     * @param ticket as it was presented; anything at all
     * @param accessTokenClaims further claims of an access token that is a JWT
     * @param requested explicit durations
     * @param access the access token to use; null generates one
     */
    record Command(
            Service service,
            String ticket,
            Subject subject,
            Properties properties,
            Members accessTokenClaims,
            Durations requested,
            @Nullable TokenValue access) {
        @Override
        public String toString() {
            return "IssueToken[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    record Issued(IssuedToken token, Client client, NamedBy namedBy) implements Result {}

    /** The ticket is unknown, expired or used. */
    record NoTicket() implements Result {}

    /** The chosen access token is in use. */
    record ValueTaken() implements Result {}

    /** The client was deleted after the request. */
    record ClientGone() implements Result {}

    record ClientLocked(ClientId client) implements Result {}

    /** The service or the client lost the grant type after the request. */
    record GrantTypeNotAllowed() implements Result {}

    /** The service or client demands tokens that are not made. */
    record DemandNotMet() implements Result {}

    /**
     * The access token has to be a JWT, and cannot be made.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record AccessTokenImpossible(String why) implements Result {}
}
