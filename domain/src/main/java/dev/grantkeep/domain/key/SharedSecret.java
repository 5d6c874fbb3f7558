package dev.grantkeep.domain.key;

import dev.grantkeep.domain.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A client's secret as a symmetric key (OpenID Connect Core section 10). */
public record SharedSecret(Secret secret) implements KeyMaterial {
    /** The key for signatures: the UTF-8 octets of the secret (section 10.1). */
    public byte[] forSignatures() {
        return secret.value().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The key for encryption: the left bits of a hash of the secret that has as many (section 10.2).
     *
     * @param bits 128, 192, 256, 384 or 512
     */
    public byte[] forEncryption(int bits) {
        int hashBits = bits <= 256 ? 256 : bits <= 384 ? 384 : 512;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-" + hashBits).digest(forSignatures());
            return Arrays.copyOf(hash, bits / Byte.SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-" + hashBits, e);
        }
    }
}
