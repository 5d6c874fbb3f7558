package dev.grantkeep.adapter.rest.error;

/** Result codes of {@code service/*}. */
public final class ServiceCodes {
    public static final Group SERVICE = new Group("130");

    private ServiceCodes() {}
}
