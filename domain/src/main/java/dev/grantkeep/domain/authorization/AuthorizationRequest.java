package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.token.Targets;
import org.jspecify.annotations.Nullable;

/**
 * A valid authorization request (RFC 6749 section 4), as its ticket and its code remember it.
 *
 * @param targets what the client wants tokens for; the authorization details in the API's form
 * @param context free text of the authorization server
 */
public record AuthorizationRequest(
        NamedClient client,
        ResponseTarget target,
        ResponseType responseType,
        RequestedScopes scopes,
        @Nullable CodeChallenge challenge,
        Targets targets,
        Login login,
        @Nullable String context) {
    /** Whom the response goes to. */
    public Recipient recipient() {
        return new Recipient(client, target);
    }

    public AuthorizationRequest withContext(@Nullable String newContext) {
        return new AuthorizationRequest(client, target, responseType, scopes, challenge, targets, login, newContext);
    }
}
