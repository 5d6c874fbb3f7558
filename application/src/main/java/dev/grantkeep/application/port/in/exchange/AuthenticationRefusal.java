package dev.grantkeep.application.port.in.exchange;

/** Why a client was not authenticated. */
public enum AuthenticationRefusal implements TokenRefusal {
    NO_CLIENT("invalid_client", "A157301", "The request does not identify its client."),
    UNKNOWN_CLIENT("invalid_client", "A157302", "The client that the request identifies does not exist."),
    /** Two different ids, or two ways of authentication at once. */
    AMBIGUOUS_CLIENT("invalid_request", "A157304", "The request identifies or authenticates its client in two ways."),
    /** The credential came by another way than the client's method says. */
    WRONG_AUTH_METHOD("invalid_client", "A157357", "The client identifier is not found at the expected location."),
    /** Of a secret nothing is said; of an assertion what is wrong with it (RFC 7523 section 3). */
    WRONG_CREDENTIAL("invalid_client", "A157303", "The authentication of the client failed.%s"),
    /** An assertion cannot be verified: there are no keys, or what is registered does not fit together. */
    NO_KEYS("invalid_client", "A157307", "The client's assertion cannot be verified. %s"),
    /** The client's method is one that Grantkeep does not check, or that the service does not support. */
    UNSUPPORTED_AUTH_METHOD("invalid_client", "A157305", "The client's authentication method is not supported."),
    /** The client's method is to be no authentication, which is for public clients. */
    CONFIDENTIAL("invalid_client", "A157306", "The client is confidential, but has no method to authenticate.");

    private final Wording wording;

    AuthenticationRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
