package dev.grantkeep.domain.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A high-entropy secret of a service or client. It hides in {@code toString} and is compared in constant time: such
 * secrets are generated, so a slow password hash would add cost and no safety.
 */
public record Secret(String value) {
    public Secret {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > 1024) {
            throw new IllegalArgumentException("a secret has 1 to 1024 characters");
        }
    }

    /** Whether the presented text is this secret; takes as long whatever the difference. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
