package dev.grantkeep.adapter.rest.message;

/** A parameter is missing or wrong. The message is for the caller and repeats no secret. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadRequest(String message) {
        super(message, null, false, false);
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
