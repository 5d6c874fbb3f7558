package dev.grantkeep.adapter.rest.error;

/**
 * Result codes of {@code auth/introspection} (056 and 057 the look-up, 064 what the token covers, 065 its age) and of
 * {@code auth/introspection/standard} (145).
 */
public final class IntrospectionCodes {
    public static final ResultCode VALID = of("A056001", "The access token is valid.");
    public static final ResultCode INVALID = of("A056201", "%s");
    public static final ResultCode NO_TOKEN =
            of("A056301", "The introspection request does not contain 'token' parameter.");
    public static final ResultCode NOT_SUPPORTED_YET = of("A056302", "%s");
    public static final ResultCode ABSENT = of("A057302", "The access token does not exist.");
    public static final ResultCode CLIENT_LOCKED =
            of("A057303", "The client that the access token was issued to is locked.");
    public static final ResultCode SCOPE_MISSING =
            of("A064302", "The access token does not cover the required scope '%s'.");
    public static final ResultCode OTHER_SUBJECT =
            of("A064303", "The access token does not have the required subject.");
    public static final ResultCode OTHER_RESOURCE =
            of("A064304", "The access token is not for the required resource '%s'.");
    public static final ResultCode EXPIRED_REFRESHABLE = of(
            "A065301", "The access token has expired but it can be refreshed using the corresponding refresh token.");
    public static final ResultCode EXPIRED = of("A065302", "The access token has expired.");
    public static final ResultCode OTHER_ACR =
            of("A065303", "The user's authentication is not of a class that is required.");
    public static final ResultCode TOO_OLD = of("A065304", "The user's authentication is too long ago.");
    public static final ResultCode PERFORMED =
            of("A145001", "Introspection was performed successfully (type=%s, active=%s).");
    public static final ResultCode NO_PARAMETERS =
            of("A145201", "The introspection request from the service does not contain 'parameters' parameter.");
    public static final ResultCode STANDARD_INVALID = of("A145202", "%s");
    public static final ResultCode NO_STANDARD_TOKEN =
            of("A145301", "The introspection request does not contain 'token' parameter.");
    public static final ResultCode MALFORMED_PARAMETERS =
            of("A145302", "The introspection request is not well-formed application/x-www-form-urlencoded in UTF-8.");
    public static final ResultCode PARAMETER_REPEATED =
            of("A145303", "The introspection request contains the parameter '%s' more than once.");
    public static final ResultCode JWT_NOT_SUPPORTED =
            of("A145304", "Introspection responses in the form of a JWT are not supported yet.");

    private IntrospectionCodes() {}

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
