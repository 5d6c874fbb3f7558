package dev.grantkeep.application.port.in.exchange;

/** Why an authorization code gave no token (RFC 6749 section 4.1.3). */
public enum CodeRefusal implements TokenRefusal {
    NO_CODE("invalid_request", "A050301", "The token request does not contain 'code' parameter."),
    UNKNOWN_CODE("invalid_grant", "A050305", "No such authorization code."),
    EXPIRED_CODE("invalid_grant", "A050306", "The authorization code has expired."),
    CODE_OF_ANOTHER_CLIENT("invalid_grant", "A050307", "The authorization code was issued to another client."),
    NO_REDIRECT_URI(
            "invalid_grant",
            "A050308",
            "The token request does not contain 'redirect_uri' although the authorization request did."),
    REDIRECT_URI_MISMATCH(
            "invalid_grant",
            "A050309",
            "The redirect URI contained in the token request does not match the one"
                    + " which was specified when the authorization code was created."),
    NO_CODE_VERIFIER(
            "invalid_grant",
            "A050312",
            "The token request does not contain 'code_verifier'"
                    + " although the authorization code was created with 'code_challenge'."),
    WRONG_CODE_VERIFIER("invalid_grant", "A050315", "The value of 'code_verifier' does not match the code challenge."),
    /** The scope {@code openid} needs an ID token, and a setting for it is wrong; the code stays good. */
    ID_TOKEN_IMPOSSIBLE("server_error", "A050203", "An ID token cannot be made. %s"),
    UNEXPECTED_CODE_VERIFIER(
            "invalid_grant",
            "A050317",
            "The token request contains 'code_verifier'"
                    + " although the authorization code was created without 'code_challenge'.");

    private final Wording wording;

    CodeRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
