package dev.grantkeep.application.port.in.userinfo;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the userinfo endpoint answers (OpenID Connect Core section 5.3.2). The service may be a {@link
 * dev.grantkeep.application.port.in.StaleSettings stale} copy.
 */
public interface IssueUserInfo {
    Result handle(Command command);

    /**
     * What to tell.
     *
     * @param token as it was presented; anything at all
     * @param sub what the client is to know the user by; null is what it was told when the token was issued
     * @param claims of the user
     */
    record Command(Service service, String token, @Nullable String sub, Members claims) {
        @Override
        public String toString() {
            return "IssueUserInfo[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    record Plain(Members content) implements Result {}

    /** @param compact signed, encrypted or both, as the client is registered */
    record AsJwt(String compact) implements Result {
        /** Without the JWT. */
        @Override
        public String toString() {
            return "AsJwt[]";
        }
    }

    record Refused(UserInfoRefusal why) implements Result {}

    /** @param why a sentence that names the setting at fault, for the owner of the service */
    record Impossible(String why) implements Result {}
}
