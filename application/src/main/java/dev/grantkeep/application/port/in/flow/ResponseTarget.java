package dev.grantkeep.application.port.in.flow;

import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.ResponseMode;
import org.jspecify.annotations.Nullable;

/** Where an authorization response goes, once the client and its redirect URI are known to be right. */
public record ResponseTarget(
        String redirectUri, ResponseMode mode, @Nullable String state) {
    public static ResponseTarget of(AuthorizationRequest request) {
        return new ResponseTarget(request.redirectUri(), request.responseMode(), request.state());
    }
}
