package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.domain.userinfo.UserInfoRefusal;

/**
 * Result codes of {@code auth/userinfo} (087 the call, 088 the look-up, 089 what the token is for, 091) and of {@code
 * auth/userinfo/issue} (096).
 */
public final class UserInfoCodes {
    public static final ResultCode OPENED = of("A091001", "The access token opens the userinfo endpoint.");
    public static final ResultCode INVALID = of("A087201", "%s");
    public static final ResultCode NO_TOKEN = of("A087301", "The userinfo request does not contain 'token' parameter.");
    public static final ResultCode ISSUED = of("A096001", "The userinfo response was made successfully.");
    public static final ResultCode ISSUE_INVALID = of("A096201", "%s");
    public static final ResultCode IMPOSSIBLE = of("A096202", "The userinfo response cannot be made. %s");

    private UserInfoCodes() {}

    public static ResultCode of(UserInfoRefusal why) {
        return switch (why) {
            case UNKNOWN -> of("A088302", "The access token does not exist.");
            case EXPIRED -> of("A088303", "The access token has expired.");
            case CLIENT_LOCKED -> of("A088304", "The client that the access token was issued to is locked.");
            case NO_SUBJECT -> of("A089303", "The access token is about no user.");
            case NO_OPENID -> of("A089304", "The access token does not cover the required scope 'openid'.");
        };
    }

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
