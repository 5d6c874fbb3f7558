package dev.grantkeep.domain.protocol;

import java.util.Locale;
import java.util.Optional;

/** The grant types that a service, a client or a token can name (RFC 6749 and its extensions). */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    IMPLICIT("implicit"),
    PASSWORD("password"),
    CLIENT_CREDENTIALS("client_credentials"),
    REFRESH_TOKEN("refresh_token"),
    CIBA("urn:openid:params:grant-type:ciba"),
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange"),
    JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer"),
    PRE_AUTHORIZED_CODE("urn:ietf:params:oauth:grant-type:pre-authorized_code");

    private final String wireName;

    GrantType(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code grant_type} on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The name in lower case, as result messages show it. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grant type whose wire name this is. */
    public static Optional<GrantType> ofWireName(String name) {
        for (GrantType type : values()) {
            if (type.wireName.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether a token of this grant can have a refresh token beside it (contract 4.11). */
    public boolean allowsRefreshToken() {
        return this != IMPLICIT && this != CLIENT_CREDENTIALS;
    }
}
