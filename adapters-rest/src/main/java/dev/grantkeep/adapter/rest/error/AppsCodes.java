package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code self_service/token}, which is Grantkeep's own. */
public final class AppsCodes {
    public static final ResultCode OFFERED = of("A980001", "A link to the page of the user's applications was made.");
    public static final ResultCode CALL_INVALID = of("A980201", "%s");
    public static final ResultCode NO_FRONT =
            of("A980202", "The service has no pages for users: its attribute grantkeep.front is not true.");
    public static final ResultCode NO_ISSUER =
            of("A980203", "The service has no issuer, below which its pages for users would be.");

    private AppsCodes() {}

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
