package dev.grantkeep.application.port.in.exchange;

/** Why a client got no token by its own credentials (RFC 6749 section 4.4). */
public enum ClientCredentialsRefusal implements TokenRefusal {
    /** client_credentials by a client that cannot keep a secret (RFC 6749 section 4.4). */
    PUBLIC_CLIENT(
            "unauthorized_client",
            "A052301",
            "The grant type 'client_credentials' is for clients that authenticate with a secret.");

    private final Wording wording;

    ClientCredentialsRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
