package dev.grantkeep.adapter.rest.front;

/** Ends a request that is no call of the API yet: it is malformed as HTTP. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;

    private Refusal(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static Refusal invalidRequest(String description) {
        return new Refusal(400, "invalid_request", description);
    }

    static Refusal invalidClient() {
        return new Refusal(401, "invalid_client", "The Authorization header is malformed.");
    }

    static Refusal tooLarge() {
        return new Refusal(413, "invalid_request", "The request is too large.");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
