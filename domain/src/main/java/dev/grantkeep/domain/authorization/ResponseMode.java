package dev.grantkeep.domain.authorization;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How an authorization response reaches the client (OAuth 2.0 Multiple Response Types; Form Post Response Mode), as
 * parameters or as one JWT that holds them (JARM section 2.3).
 */
public enum ResponseMode {
    QUERY,
    FRAGMENT,
    FORM_POST,
    QUERY_JWT,
    FRAGMENT_JWT,
    FORM_POST_JWT;

    private static final String JWT = "_JWT";

    /** The mode of this name; {@code jwt} is none, but short for that of a response type. */
    public static Optional<ResponseMode> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.wireName().equals(name))
                .findFirst();
    }

    /** The value of {@code response_mode}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace("_jwt", ".jwt");
    }

    /** Whether the response is one JWT. */
    public boolean isJwt() {
        return name().endsWith(JWT);
    }

    /** The same way, for one JWT. */
    public ResponseMode asJwt() {
        return isJwt() ? this : valueOf(name() + JWT);
    }

    /** The same way, for the parameters themselves. */
    public ResponseMode asParameters() {
        return isJwt() ? valueOf(name().replace(JWT, "")) : this;
    }
}
