package dev.grantkeep.adapter.rest.flow;

import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.application.port.in.flow.TokenRefusal;

/** What the authorization server does with a refusal at the token or revocation endpoint. */
final class TokenActions {
    private TokenActions() {}

    static Action of(TokenRefusal why) {
        return switch (why.wording().error()) {
            case "invalid_client" -> Action.INVALID_CLIENT;
            case "server_error" -> Action.INTERNAL_SERVER_ERROR;
            default -> Action.BAD_REQUEST;
        };
    }
}
