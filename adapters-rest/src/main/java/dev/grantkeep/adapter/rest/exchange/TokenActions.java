package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;

/** What the authorization server does with a refusal at the token or revocation endpoint. */
public final class TokenActions {
    private TokenActions() {}

    public static Action of(TokenRefusal why) {
        return switch (why.wording().error()) {
            case "invalid_client" -> Action.INVALID_CLIENT;
            case "server_error" -> Action.INTERNAL_SERVER_ERROR;
            default -> Action.BAD_REQUEST;
        };
    }
}
