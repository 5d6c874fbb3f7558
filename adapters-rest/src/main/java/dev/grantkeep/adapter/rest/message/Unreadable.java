package dev.grantkeep.adapter.rest.message;

/** The request as a whole cannot be read: broken JSON, a wrong content type, a body that is too large. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public Unreadable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What is wrong with it. */
    public enum Reason {
        MALFORMED,
        TOO_LARGE,
        UNSUPPORTED_TYPE
    }
}
