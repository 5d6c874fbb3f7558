package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid authorization request (RFC 6749 section 4), as its ticket remembers it.
 *
 * @param redirectUri where the response goes, as the client asked for it
 * @param redirectUriGiven whether the request named it; then the token request must name it too
 * @param scopes those that the service supports and the client may request, or the defaults
 * @param resources target resources (RFC 8707)
 * @param context free text of the authorization server
 * @param scopesDenied whether the client asked for scopes and may have none of them: it has to be told
 * @param authorizationDetails rich authorization details (RFC 9396), as one JSON text in the API's form
 */
public record AuthorizationRequest(
        ClientId client,
        boolean clientIdAliasUsed,
        ResponseType responseType,
        ResponseMode responseMode,
        String redirectUri,
        boolean redirectUriGiven,
        ScopeSet scopes,
        @Nullable String state,
        @Nullable CodeChallenge challenge,
        List<String> resources,
        @Nullable String context,
        boolean scopesDenied,
        @Nullable String authorizationDetails) {
    /** A request that is denied no scopes and has no authorization details. */
    public AuthorizationRequest(
            ClientId client,
            boolean clientIdAliasUsed,
            ResponseType responseType,
            ResponseMode responseMode,
            String redirectUri,
            boolean redirectUriGiven,
            ScopeSet scopes,
            @Nullable String state,
            @Nullable CodeChallenge challenge,
            List<String> resources,
            @Nullable String context) {
        this(
                client,
                clientIdAliasUsed,
                responseType,
                responseMode,
                redirectUri,
                redirectUriGiven,
                scopes,
                state,
                challenge,
                resources,
                context,
                false,
                null);
    }

    public AuthorizationRequest {
        resources = List.copyOf(resources);
    }
}
