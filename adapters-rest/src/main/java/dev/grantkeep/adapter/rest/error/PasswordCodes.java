package dev.grantkeep.adapter.rest.error;

/** Result codes of requests with a user's password: {@code auth/token/issue} (054), {@code auth/token/fail} (067). */
public final class PasswordCodes {
    public static final ResultCode ASKED = of("A054002", "The password has to be checked (grant_type=password).");
    public static final ResultCode ISSUED =
            of("A054001", "The token request (grant_type=password) was processed successfully.");
    public static final ResultCode ISSUE_INVALID = of("A054201", "%s");
    public static final ResultCode TICKET_UNKNOWN =
            of("A054202", "The ticket does not exist, has expired or was used.");
    public static final ResultCode VALUE_TAKEN =
            of("A054203", "The value of 'accessToken' is that of another access token.");
    public static final ResultCode CLIENT_GONE =
            of("A054204", "The client that made the token request does not exist any more.");
    public static final ResultCode GRANT_TYPE_NOT_ALLOWED =
            of("A054205", "The service does not support the grant type any more, or it is not allowed for the client.");
    public static final ResultCode DEMAND_NOT_MET =
            of("A054206", "The service or the client demands access tokens of a kind that is not supported yet.");
    public static final ResultCode ACCESS_TOKEN_IMPOSSIBLE = of("A054207", "An access token cannot be made. %s");
    public static final ResultCode FAIL_INVALID = of("A067201", "%s");
    public static final ResultCode FAILED_TICKET_UNKNOWN =
            of("A067203", "The ticket does not exist, has expired or was used.");

    private PasswordCodes() {}

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
