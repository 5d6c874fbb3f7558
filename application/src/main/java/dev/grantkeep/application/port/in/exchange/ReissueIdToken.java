package dev.grantkeep.application.port.in.exchange;

import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new ID token beside tokens that were refreshed (OpenID Connect Core section 12.2). It says of the login what the
 * first one said, and answers no {@code nonce}. The service may be a stale copy.
 */
public interface ReissueIdToken {
    Result handle(Command command);

    /**
     * What it is beside, and what it says.
     *
     * @param access the access token as it was presented; anything at all
     * @param refresh the refresh token of its record, likewise; null if the client is to be told of none
     * @param sub what the client is to know the user by; null is what it was told when the token was issued
     */
    record Command(
            Service service,
            String access,
            @Nullable String refresh,
            @Nullable String sub,
            IdTokenContent content) {
        @Override
        public String toString() {
            return "ReissueIdToken[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /** @param record as its access token counts now */
    record Reissued(TokenRecord record, @Nullable TokenValue refresh, IdToken idToken) implements Result {}

    /** The access token is of no login, or not good. */
    record Refused(UserInfoRefusal why) implements Result {}

    /** The refresh token is not that of the access token. */
    record OtherRefreshToken() implements Result {}

    /** The service has its ID tokens made once. */
    record NotReissuable() implements Result {}

    /** @param why a sentence that names the setting at fault, for the owner of the service */
    record Impossible(String why) implements Result {}
}
