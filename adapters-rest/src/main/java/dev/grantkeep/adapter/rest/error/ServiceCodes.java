package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code service/*}. */
public final class ServiceCodes {
    public static final Group SERVICE = new Group("130");

    /** {@code service/jwks/get}. */
    public static final Group KEY_SET = new Group("125");

    public static final ResultCode KEY_SET_UNREADABLE =
            new ResultCode("A125210", 400, "The service's `jwks` is not a JWK Set (RFC 7517): %s");

    /** {@code service/secret/refresh}, which is Grantkeep's own. */
    public static final Group SECRET_REFRESH = new Group("981");

    public static final ResultCode SECRET_REFRESHED =
            new ResultCode("A981001", 200, "The service (API Key = %s) has a new secret.");

    private ServiceCodes() {}
}
