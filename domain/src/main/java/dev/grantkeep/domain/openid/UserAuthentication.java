package dev.grantkeep.domain.openid;

import org.jspecify.annotations.Nullable;

/**
 * What is known of how and when the user authenticated.
 *
 * @param acr the authentication context class
 * @param authTime in seconds since the epoch; absent is unknown
 * @param sessionId the user's session, as the authorization server names it
 */
public record UserAuthentication(
        @Nullable String acr,
        @Nullable Long authTime,
        @Nullable String sessionId) {
    public static final UserAuthentication UNKNOWN = new UserAuthentication(null, null, null);

    public UserAuthentication {
        if (authTime != null && authTime < 0) {
            throw new IllegalArgumentException("authTime is 0 or more: " + authTime);
        }
    }
}
