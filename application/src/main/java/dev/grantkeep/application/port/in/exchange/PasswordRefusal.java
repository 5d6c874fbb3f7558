package dev.grantkeep.application.port.in.exchange;

/** Why a request with a user's password was refused before anybody looked at the password (RFC 6749 section 4.3.2). */
public enum PasswordRefusal implements TokenRefusal {
    NO_USERNAME("invalid_request", "A054301", "The token request does not contain 'username' parameter."),
    NO_PASSWORD("invalid_request", "A054302", "The token request does not contain 'password' parameter.");

    private final Wording wording;

    PasswordRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
