package dev.grantkeep.adapter.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which texts are known again. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
