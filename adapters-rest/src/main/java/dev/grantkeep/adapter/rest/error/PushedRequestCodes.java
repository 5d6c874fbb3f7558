package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code pushed_auth_req} itself (245); those of the request are of {@link AuthorizationCodes}. */
public final class PushedRequestCodes {
    public static final ResultCode PUSHED =
            of("A245001", "Successfully registered a request object for client (%s), URI is %s.");
    public static final ResultCode NO_PARAMETERS =
            of("A245201", "The pushed authorization request from the service does not contain 'parameters' parameter.");
    public static final ResultCode VALUE_INVALID = of("A245202", "%s");
    public static final ResultCode MALFORMED_PARAMETERS = of(
            "A245301",
            "The pushed authorization request is not well-formed application/x-www-form-urlencoded in UTF-8.");
    public static final ResultCode NOT_SUPPORTED_YET = of("A245303", "%s");
    public static final ResultCode TOO_LARGE =
            of("A245304", "The pushed authorization request has more than %s bytes.");

    private PushedRequestCodes() {}

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
