package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.token.TokenValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A proof key's challenge: 43 to 128 unreserved characters, and how the verifier is compared (RFC 7636). */
public record CodeChallenge(Method method, String value) {
    /** The code challenge methods of RFC 7636 section 4.2. */
    public enum Method {
        PLAIN,
        S256
    }

    public CodeChallenge {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a code challenge has 43 to 128 unreserved characters");
        }
    }

    /** Whether the text has the form of a challenge or a verifier (RFC 7636 sections 4.1 and 4.2). */
    public static boolean isWellFormed(String text) {
        return text.matches("[A-Za-z0-9._~-]{43,128}");
    }

    public boolean isMetBy(String verifier) {
        if (!isWellFormed(verifier)) {
            return false;
        }
        String transformed = method == Method.PLAIN
                ? verifier
                : new TokenValue(verifier).hash().value();
        return MessageDigest.isEqual(
                transformed.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
    }
}
