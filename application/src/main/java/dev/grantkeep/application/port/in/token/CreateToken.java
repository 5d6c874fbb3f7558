package dev.grantkeep.application.port.in.token;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import org.jspecify.annotations.Nullable;

/** Mints a token without a protocol flow (contract 2.3). */
public interface CreateToken {
    Result handle(Command command);

    /**
     * What to mint.
     *
     * @param subject ignored for client_credentials; needed otherwise, but for JWT_BEARER
     * @param scopes an unsupported one is an error here
     * @param requested explicit durations
     * @param persistent whether the access token never expires
     * @param access the access token to use; null generates one
     * @param refresh the refresh token to use, if the token gets one; null generates one
     */
    record Command(
            Service service,
            GrantType grantType,
            ClientIdentifier client,
            @Nullable Subject subject,
            ScopeSet scopes,
            Durations requested,
            boolean persistent,
            Properties properties,
            TokenDetails details,
            @Nullable TokenValue access,
            @Nullable TokenValue refresh) {}

    sealed interface Result {}

    record Created(Client client, IssuedToken token) implements Result {}

    record Refused(Refusal why) implements Result {}

    record ClientRefused(ClientRefusal why) implements Result {}

    record UnsupportedScopes(ScopeSet scopes) implements Result {}

    enum Refusal {
        /** The grant type cannot make a token this way: REFRESH_TOKEN. */
        GRANT_TYPE_NOT_CREATABLE,
        SUBJECT_MISSING,
        /** The chosen access or refresh token is in use. */
        VALUE_TAKEN,
        /** The service or client demands tokens that Grantkeep does not make yet. */
        DEMAND_NOT_MET
    }
}
