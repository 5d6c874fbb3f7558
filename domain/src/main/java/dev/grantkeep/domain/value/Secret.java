package dev.grantkeep.domain.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A high-entropy secret of a service or client. It hides in {@code toString} and is compared in constant time: such
 * secrets are generated, so a slow password hash would add cost and no safety.
 */
public record Secret(String value) {
    public static final int MAX_LENGTH = 1_024;

    public Secret {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("a secret has 1 to " + MAX_LENGTH + " characters");
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    /** Whether the presented text is this secret; takes as long whatever the difference. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of the secret, 32 bytes: a store looks a secret up by it, so that the look tells nothing of others. */
    public byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
