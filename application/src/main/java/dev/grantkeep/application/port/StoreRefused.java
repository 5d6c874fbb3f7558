package dev.grantkeep.application.port;

/**
 * The store refuses what it was asked, and would refuse it again: a fault of Grantkeep or of the installation, such as a
 * statement that this database does not know or a right that is missing. Nothing has changed. The message names the
 * statement without its values.
 */
public final class StoreRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
