package dev.grantkeep.application.port.in.userinfo;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;

/**
 * Says whether an access token opens the userinfo endpoint, and of whom (OpenID Connect Core section 5.3.1). The service may
 * be a {@link dev.grantkeep.application.port.in.StaleSettings stale} copy.
 */
public interface CheckUserInfo {
    Result handle(Command command);

    /** @param token as it was presented; anything at all */
    record Command(Service service, String token) {
        @Override
        public String toString() {
            return "CheckUserInfo[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** @param token of a user, with the scope {@code openid} */
    record Opened(TokenInContext token, Client client) implements Result {}

    record Refused(UserInfoRefusal why) implements Result {}
}
