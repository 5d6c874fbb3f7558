package dev.grantkeep.application.port.in.exchange;

/**
 * Why a client's request at the token or revocation endpoint was refused. Each room that refuses has an enum of its own,
 * and each refusal is told in one place, where it is declared.
 */
public sealed interface TokenRefusal
        permits AuthenticationRefusal,
                ClientCredentialsRefusal,
                CodeRefusal,
                DeviceCodeRefusal,
                PasswordRefusal,
                RefreshRefusal,
                RevocationRefusal,
                TokenRequestRefusal {
    Wording wording();

    /**
     * How a refusal is told.
     *
     * @param error the OAuth error (RFC 6749 section 5.2)
     * @param resultCode the API's code of the cause: the letter A and six digits
     * @param pattern the API's message, as for {@link String#format}; it may take what the refusal is about
     */
    record Wording(String error, String resultCode, String pattern) {}
}
