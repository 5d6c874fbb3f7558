package dev.grantkeep.domain.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The SHA-256 of a token, code, ticket or another text in base64url without padding: 43 characters. All that is ever stored. */
public record TokenHash(String value) {
    private static final boolean[] IS_BASE64URL = new boolean[128];

    static {
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            IS_BASE64URL[c] = true;
        }
    }

    public TokenHash {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a token hash is 32 bytes in base64url");
        }
    }

    public static boolean isValid(String text) {
        if (text.length() != 43) {
            return false;
        }
        for (int i = 0; i < 42; i++) {
            if (!isBase64Url(text.charAt(i))) {
                return false;
            }
        }
        return "AEIMQUYcgkosw048".indexOf(text.charAt(42)) >= 0;
    }

    /** Of the UTF-8 octets of a text. */
    public static TokenHash of(String token) {
        return ofBytes(sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param bytes 32 bytes
     */
    public static TokenHash ofBytes(byte[] bytes) {
        return new TokenHash(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }

    private static boolean isBase64Url(char c) {
        return c < IS_BASE64URL.length && IS_BASE64URL[c];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
