package dev.grantkeep.domain.flow;

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
        @Nullable String context) {
    public AuthorizationRequest {
        resources = List.copyOf(resources);
    }
}
