package dev.grantkeep.adapter.sql.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column {@code request} of a ticket.
 *
 * @param scopes space-joined
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestDocument(
        long client,
        boolean clientIdAliasUsed,
        ResponseType responseType,
        ResponseMode responseMode,
        String redirectUri,
        boolean redirectUriGiven,
        String scopes,
        @Nullable String state,
        CodeChallenge.@Nullable Method challengeMethod,
        @Nullable String challenge,
        List<String> resources,
        @Nullable String context,
        @Nullable Boolean scopesDenied,
        @Nullable String authorizationDetails) {
    static RequestDocument of(AuthorizationRequest request) {
        @Nullable CodeChallenge challenge = request.challenge();
        return new RequestDocument(
                request.client().value(),
                request.clientIdAliasUsed(),
                request.responseType(),
                request.responseMode(),
                request.redirectUri(),
                request.redirectUriGiven(),
                request.scopes().toString(),
                request.state(),
                challenge == null ? null : challenge.method(),
                challenge == null ? null : challenge.value(),
                request.resources(),
                request.context(),
                request.scopesDenied() ? Boolean.TRUE : null,
                request.authorizationDetails());
    }

    AuthorizationRequest toRequest() {
        return new AuthorizationRequest(
                new ClientId(client),
                clientIdAliasUsed,
                responseType,
                responseMode,
                redirectUri,
                redirectUriGiven,
                ScopeSet.parse(scopes),
                state,
                challengeMethod == null || challenge == null ? null : new CodeChallenge(challengeMethod, challenge),
                resources,
                context,
                scopesDenied != null && scopesDenied,
                authorizationDetails);
    }
}
