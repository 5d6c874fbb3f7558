package dev.grantkeep.application.port.in.exchange;

/** Why a client could not revoke a token (RFC 7009). */
public enum RevocationRefusal implements TokenRefusal {
    NO_TOKEN("invalid_request", "A113301", "The revocation request does not contain 'token' parameter."),
    TOKEN_OF_ANOTHER_CLIENT("invalid_request", "A113302", "The token was issued to another client.");

    private final Wording wording;

    RevocationRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
