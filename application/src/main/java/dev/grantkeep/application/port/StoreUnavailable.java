package dev.grantkeep.application.port;

/**
 * The store cannot answer now: it is down, unreachable or overloaded. A write that ends so may or may not have happened,
 * but never half. Drivers' own exceptions do not cross a port; they are causes of this one.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
