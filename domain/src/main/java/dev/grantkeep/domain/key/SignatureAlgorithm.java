package dev.grantkeep.domain.key;

import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms by which JWTs are signed (RFC 7518 section 3.1, RFC 8037 section 3.1), with their registered names;
 * {@code EdDSA} is with Ed25519. {@code none} is none of them: who allows it says so in another way. {@code ES256K} is
 * not offered.
 */
public enum SignatureAlgorithm {
    HS256(KeyType.OCTETS, null, 256),
    HS384(KeyType.OCTETS, null, 384),
    HS512(KeyType.OCTETS, null, 512),
    RS256(KeyType.RSA, null, 256),
    RS384(KeyType.RSA, null, 384),
    RS512(KeyType.RSA, null, 512),
    PS256(KeyType.RSA, null, 256),
    PS384(KeyType.RSA, null, 384),
    PS512(KeyType.RSA, null, 512),
    ES256(KeyType.EC, "P-256", 256),
    ES384(KeyType.EC, "P-384", 384),
    ES512(KeyType.EC, "P-521", 512),
    EDDSA(KeyType.OKP, "Ed25519", 512);

    private final KeyType family;
    private final @Nullable String curve;
    private final int hashBits;

    SignatureAlgorithm(KeyType family, @Nullable String curve, int hashBits) {
        this.family = family;
        this.curve = curve;
        this.hashBits = hashBits;
    }

    /**
     * By its registered name, which is also the name in the API, letter by letter.
     *
     * @param name such as {@code ES256} or {@code EdDSA}
     */
    public static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.wireName().equals(name))
                .findFirst();
    }

    /** Those by which clients sign assertions that authenticate by these methods (OpenID Connect Core section 9). */
    public static Stream<SignatureAlgorithm> ofAssertions(Collection<ClientAuthMethod> methods) {
        return Arrays.stream(values())
                .filter(algorithm -> methods.contains(
                        algorithm.isSymmetric()
                                ? ClientAuthMethod.CLIENT_SECRET_JWT
                                : ClientAuthMethod.PRIVATE_KEY_JWT));
    }

    /** The registered name, which is also the name in the API. */
    public String wireName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    /** The type of the keys that it takes. */
    public KeyType family() {
        return family;
    }

    /** The curve of the keys that it takes, if they are on one. */
    public @Nullable String curve() {
        return curve;
    }

    /** Whether both sides have the same secret. */
    public boolean isSymmetric() {
        return family == KeyType.OCTETS;
    }

    /** The fewest octets of a secret (RFC 7518 section 3.2). */
    public int minSecretOctets() {
        return hashBits / Byte.SIZE;
    }

    /**
     * The value of {@code at_hash}, {@code c_hash} and their like in an ID token that is signed by this algorithm
     * (OpenID Connect Core sections 3.1.3.6 and 3.3.2.11): the left half of the hash of the ASCII octets, base64url.
     *
     * @param value such as an access token, as its client sees it
     */
    public String halfHash(String value) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-" + hashBits).digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-" + hashBits, e);
        }
    }
}
