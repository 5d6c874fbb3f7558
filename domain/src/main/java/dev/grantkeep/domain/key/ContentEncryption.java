package dev.grantkeep.domain.key;

import java.util.Arrays;
import java.util.Optional;

/** The algorithms by which the content of JWTs is encrypted (RFC 7518 section 5.1). */
public enum ContentEncryption {
    A128CBC_HS256(256),
    A192CBC_HS384(384),
    A256CBC_HS512(512),
    A128GCM(128),
    A192GCM(192),
    A256GCM(256);

    private final int keyBits;

    ContentEncryption(int keyBits) {
        this.keyBits = keyBits;
    }

    /** By its registered name, letter by letter. */
    public static Optional<ContentEncryption> named(String wireName) {
        return Arrays.stream(values())
                .filter(encryption -> encryption.wireName().equals(wireName))
                .findFirst();
    }

    /** By its name in the API; empty if that names none. */
    public static Optional<ContentEncryption> ofApi(String name) {
        return Arrays.stream(values())
                .filter(encryption -> encryption.name().equals(name))
                .findFirst();
    }

    /** The registered name. */
    public String wireName() {
        return name().replace('_', '-');
    }

    public int keyBits() {
        return keyBits;
    }
}
