package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;

/** What the authorization server does with a refusal. */
public final class TokenActions {
    private TokenActions() {}

    /** At the token or revocation endpoint. */
    public static Action of(TokenRefusal why) {
        return switch (why.wording().error()) {
            case "invalid_client" -> Action.INVALID_CLIENT;
            case "server_error" -> Action.INTERNAL_SERVER_ERROR;
            default -> Action.BAD_REQUEST;
        };
    }

    /** At an endpoint whose clients are authenticated as at the token endpoint. */
    public static Action elsewhere(TokenRefusal why) {
        Action action = of(why);
        return action == Action.INVALID_CLIENT ? Action.UNAUTHORIZED : action;
    }
}
