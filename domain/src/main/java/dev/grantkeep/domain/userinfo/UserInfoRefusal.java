package dev.grantkeep.domain.userinfo;

import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.Verdict;
import java.util.Optional;

/** Why an access token opens no userinfo endpoint. */
public enum UserInfoRefusal {
    /** There is no such token, or it ended. */
    UNKNOWN,
    EXPIRED,
    CLIENT_LOCKED,
    /** It is about no user, as one of {@code client_credentials}. */
    NO_SUBJECT,
    /** It lacks the scope {@code openid}. */
    NO_OPENID;

    /**
     * What is wrong with a token that is there, if anything: that it is about nobody comes before what it lacks.
     *
     * @param verdict by one who requires {@code openid}, and nothing else
     */
    public static Optional<UserInfoRefusal> of(Verdict.Existing verdict, TokenRecord token) {
        return switch (verdict) {
            case Verdict.Expired expired -> Optional.of(EXPIRED);
            case Verdict.ClientLocked locked -> Optional.of(CLIENT_LOCKED);
            case Verdict.Existing usable when token.subject() == null -> Optional.of(NO_SUBJECT);
            case Verdict.Insufficient insufficient -> Optional.of(NO_OPENID);
            case Verdict.Alive alive -> Optional.empty();
        };
    }
}
