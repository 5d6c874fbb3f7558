package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.domain.token.CreationOutcome;

/** Result codes of {@code auth/token/create} (109), {@code get/list} (134), {@code update} (135), {@code delete} (139) and {@code
 * revoke} (312). */
public final class TokenCodes {
    public static final ResultCode CREATED = of("A109001", "An access token was created successfully: %s, client = %s");
    public static final ResultCode CREATE_INVALID = of("A109201", "%s");
    public static final ResultCode SCOPES_UNSUPPORTED = of("A109202", "The service does not support the scopes '%s'.");
    public static final ResultCode CLIENT_UNKNOWN = of("A109203", "The client (ID = %s) does not exist.");
    public static final ResultCode CLIENT_OF_ANOTHER_SERVICE =
            of("A109204", "The client (ID = %s) belongs to another service.");
    public static final ResultCode CREATE_VALUE_TAKEN =
            of("A109207", "The value of 'accessToken' or 'refreshToken' is that of another token.");
    public static final ResultCode CREATE_IMPOSSIBLE = of("A109209", "An access token cannot be made. %s");
    public static final ResultCode UPDATED = of("A135001", "Updated the access token successfully.");
    public static final ResultCode UPDATE_INVALID = of("A135201", "%s");
    public static final ResultCode TOKEN_UNKNOWN = of("A135202", "The access token does not exist.");
    public static final ResultCode TOKEN_OF_ANOTHER_SERVICE =
            of("A135203", "The access token belongs to another service.");
    public static final ResultCode UPDATE_IMPOSSIBLE = of("A135204", "An access token cannot be made. %s");
    public static final Group LIST = new Group("134");
    public static final Group DELETE = new Group("139");
    public static final Group REVOKE = new Group("312");
    public static final ResultCode REVOKED = of("A312001", "Revoked %s access token(s).");

    /** {@code auth/token/explain}, which is Grantkeep's own. */
    public static final Group EXPLAIN = new Group("982");

    public static final ResultCode EXPLAINED = new ResultCode("A982001", 200, "The token is known.");

    private TokenCodes() {}

    public static ResultCode of(CreationOutcome.Refused why) {
        return switch (why) {
            case GRANT_TYPE_NOT_CREATABLE -> of("A109205", "No token can be created for the grant type REFRESH_TOKEN.");
            case SUBJECT_MISSING ->
                of("A109206", "The grant type needs a subject, and there is no 'subject' parameter.");
            case DEMAND_NOT_MET ->
                of("A109208", "The service or the client demands access tokens of a kind that is not supported yet.");
        };
    }

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
