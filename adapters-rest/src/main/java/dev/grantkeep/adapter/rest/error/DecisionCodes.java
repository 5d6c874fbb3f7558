package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code auth/authorization/issue} and {@code ticket/*} (040) and of calls of {@code auth/authorization/fail} (060). */
public final class DecisionCodes {
    public static final ResultCode ISSUED = of("A040001", "The authorization request was processed successfully.");
    public static final ResultCode ISSUE_INVALID = of("A040201", "%s");
    public static final ResultCode TICKET_UNKNOWN =
            of("A040202", "The ticket does not exist, has expired or was used.");
    public static final ResultCode VALUE_TAKEN =
            of("A040203", "The value of 'accessToken' is that of another access token.");
    public static final ResultCode CLIENT_GONE =
            of("A040204", "The client that made the authorization request does not exist any more.");
    public static final ResultCode DEMAND_NOT_MET =
            of("A040205", "The service or the client demands access tokens of a kind that is not supported yet.");
    public static final ResultCode ID_TOKEN_IMPOSSIBLE = of("A040206", "An ID token cannot be made. %s");
    public static final ResultCode ACCESS_TOKEN_IMPOSSIBLE = of("A040209", "An access token cannot be made. %s");
    public static final ResultCode RESPONSE_IMPOSSIBLE =
            of("A040210", "The authorization response cannot be made as the client wants it. %s");
    public static final ResultCode TICKET_SHOWN = of("A040002", "The ticket was found.");
    public static final ResultCode TICKET_CHANGED = of("A040003", "The ticket was changed.");
    public static final ResultCode TICKET_CALL_INVALID = of("A040207", "%s");
    public static final ResultCode TICKET_NOT_FOUND =
            of("A040208", "The ticket does not exist, has expired or was used.");
    public static final ResultCode FAIL_INVALID = of("A060201", "%s");
    public static final ResultCode FAILED_TICKET_UNKNOWN =
            of("A060202", "The ticket does not exist, has expired or was used.");
    public static final ResultCode FAILED_CLIENT_GONE =
            of("A060203", "The client that made the authorization request does not exist any more.");

    private DecisionCodes() {}

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
