package dev.grantkeep.domain.key;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The ways in which an encrypted JWT carries its content key (RFC 7518 section 4.1). Not offered: {@code RSA1_5} and {@code
 * RSA-OAEP}, which RFC 8725 section 3.2 and current profiles advise against, passwords ({@code PBES2-…}), whose cost the
 * sender of a message would choose, and {@code A…GCMKW}.
 */
public enum KeyManagementAlgorithm {
    RSA_OAEP_256("RSA-OAEP-256", KeyType.RSA, 0),
    ECDH_ES("ECDH-ES", KeyType.EC, 0),
    ECDH_ES_A128KW("ECDH-ES+A128KW", KeyType.EC, 0),
    ECDH_ES_A192KW("ECDH-ES+A192KW", KeyType.EC, 0),
    ECDH_ES_A256KW("ECDH-ES+A256KW", KeyType.EC, 0),
    A128KW("A128KW", KeyType.OCTETS, 128),
    A192KW("A192KW", KeyType.OCTETS, 192),
    A256KW("A256KW", KeyType.OCTETS, 256),
    DIR("dir", KeyType.OCTETS, 0);

    static final Set<String> CURVES = Set.of("P-256", "P-384", "P-521");

    private final String wireName;
    private final KeyType keyType;
    private final int keyBits;

    KeyManagementAlgorithm(String wireName, KeyType keyType, int keyBits) {
        this.wireName = wireName;
        this.keyType = keyType;
        this.keyBits = keyBits;
    }

    /** By its registered name, letter by letter. */
    public static Optional<KeyManagementAlgorithm> named(String wireName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.wireName.equals(wireName))
                .findFirst();
    }

    /** By its name in the API; empty if that names none that is offered. */
    public static Optional<KeyManagementAlgorithm> ofApi(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    /** The registered name. */
    public String wireName() {
        return wireName;
    }

    /** The type of the keys that it takes. */
    public KeyType keyType() {
        return keyType;
    }

    /** Whether both sides have the same secret. */
    public boolean isSymmetric() {
        return keyType == KeyType.OCTETS;
    }

    /** Whether the content key itself is what both sides have or agree on: none is in the message. */
    public boolean isDirect() {
        return this == DIR || this == ECDH_ES;
    }

    /** Bits of the key that is made of a shared secret for this algorithm (OpenID Connect Core section 10.2). */
    public int secretBits(ContentEncryption content) {
        return this == DIR ? content.keyBits() : keyBits;
    }
}
