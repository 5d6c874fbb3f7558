package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.AuthorizationResponse;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.service.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends every authorization response the same way: with the client's state and, if it may be told, who answers. */
final class AuthorizationResponder {
    private AuthorizationResponder() {}

    /**
     * Sets {@code action} and {@code responseContent}.
     *
     * @param parameters the response's own; {@code state} and {@code iss} (RFC 9207) follow them
     */
    static Members respond(Members to, Service service, ResponseTarget target, Map<String, String> parameters) {
        AuthorizationResponse response = AuthorizationResponse.of(target, complete(service, target, parameters));
        return to.name("action", response.form() ? Action.FORM : Action.LOCATION)
                .text("responseContent", response.content());
    }

    private static Map<String, String> complete(
            Service service, ResponseTarget target, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (target.state() != null) {
            all.put("state", target.state());
        }
        String issuer = service.settings().issuer();
        if (issuer != null && !service.settings().authorization().issSuppressed()) {
            all.put("iss", issuer);
        }
        return all;
    }
}
