package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code service/*}. */
public final class ServiceCodes {
    public static final Group SERVICE = new Group("130");

    /** {@code service/jwks/get}. */
    public static final Group KEY_SET = new Group("125");

    public static final ResultCode KEY_SET_UNREADABLE =
            new ResultCode("A125210", 400, "The service's `jwks` is not a JWK Set (RFC 7517): %s");

    private ServiceCodes() {}
}
