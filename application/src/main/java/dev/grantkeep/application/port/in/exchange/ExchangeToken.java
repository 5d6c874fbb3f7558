package dev.grantkeep.application.port.in.exchange;

import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint (contract 2.10): authorization_code, refresh_token, client_credentials, device_code, password. A code or
 * refresh token is used up by success only. The service may be a stale copy.
 */
public interface ExchangeToken {
    Result handle(Command command);

    /**
     * The client's request and what the authorization server adds.
     *
     * @param parameters the body of the client's request
     * @param details its parameter {@code authorization_details}
     * @param credentials the client's, from its header and its body
     * @param properties extra properties; see contract 4.9 for how they merge
     * @param requested explicit durations
     * @param access the access token to use; null generates one
     * @param accessTokenClaims further claims of an access token that is a JWT; they count for client_credentials, all
     *     others have those of their authorization
     */
    record Command(
            Service service,
            Parameters parameters,
            RequestedDetails details,
            ClientCredentials credentials,
            Properties properties,
            Durations requested,
            @Nullable TokenValue access,
            Members accessTokenClaims) {}

    sealed interface Result {}

    /**
     * The token.
     *
     * @param grantType as the client asked
     * @param idToken if the client gets one (OpenID Connect Core section 3.1.3.3)
     * @param aliasUsed whether the client named itself by its alias
     * @param previousRefreshTokenUsed whether this repeats the answer to a refresh token just used
     */
    record Issued(
            GrantType grantType,
            IssuedToken token,
            @Nullable IdToken idToken,
            Client client,
            ClientAuthMethod authMethod,
            boolean aliasUsed,
            boolean previousRefreshTokenUsed)
            implements Result {}

    /**
     * The user's password has to be checked (RFC 6749 section 4.3).
     *
     * @param ticket to be shown once to {@link IssueToken} or {@link FailToken}
     * @param username as the client sent it, like the password; neither is kept
     * @param scopes that the token will have
     */
    record PasswordAsked(
            TokenValue ticket,
            String username,
            String password,
            ScopeSet scopes,
            Client client,
            ClientAuthMethod authMethod,
            boolean aliasUsed)
            implements Result {
        @Override
        public String toString() {
            return "PasswordAsked[" + client.id() + "]";
        }
    }

    /**
     * The protocol's no.
     *
     * @param detail what it is about, such as a parameter's or scope's name; never a secret
     * @param words those of the authorization server
     */
    record Refused(
            TokenRefusal why,
            @Nullable String detail,
            OwnWords words,
            @Nullable Client client) implements Result {
        public Refused(TokenRefusal why, @Nullable String detail, @Nullable Client client) {
            this(why, detail, OwnWords.NONE, client);
        }
    }

    record ClientLocked(ClientId client) implements Result {}
}
