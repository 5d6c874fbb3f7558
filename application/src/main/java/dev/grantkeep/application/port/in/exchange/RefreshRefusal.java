package dev.grantkeep.application.port.in.exchange;

/** Why a refresh token gave no token (RFC 6749 section 6). */
public enum RefreshRefusal implements TokenRefusal {
    NO_REFRESH_TOKEN("invalid_request", "A053301", "The token request does not contain 'refresh_token' parameter."),
    UNKNOWN_REFRESH_TOKEN("invalid_grant", "A053305", "The refresh token passed to the token endpoint does not exist."),
    EXPIRED_REFRESH_TOKEN("invalid_grant", "A053306", "The refresh token passed to the token endpoint has expired."),
    REFRESH_TOKEN_OF_ANOTHER_CLIENT(
            "invalid_grant", "A053307", "The refresh token passed to the token endpoint was issued to another client."),
    /** A rotated refresh token came again; its record has ended. */
    REUSED_REFRESH_TOKEN(
            "invalid_grant",
            "A053308",
            "The refresh token passed to the token endpoint does not exist:"
                    + " it was used before, and what it was exchanged for has been revoked.");

    private final Wording wording;

    RefreshRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
