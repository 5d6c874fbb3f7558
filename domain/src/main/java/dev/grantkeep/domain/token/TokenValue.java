package dev.grantkeep.domain.token;

import dev.grantkeep.domain.value.PlainText;
import java.util.Base64;

/**
 * A token, code or ticket as its holder presents it: 1 to 4,096 visible ASCII characters. It hides in {@code toString}
 * and is never stored.
 */
public record TokenValue(String value) {
    public static final int MAX_LENGTH = 4_096;

    public TokenValue {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a token has 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && PlainText.isWithin(text, '!', '~');
    }

    /** The value that these bytes make: 32 random bytes give 43 characters of base64url. */
    public static TokenValue of(byte[] bytes) {
        return new TokenValue(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public TokenHash hash() {
        return TokenHash.of(value);
    }

    @Override
    public String toString() {
        return "TokenValue[hidden]";
    }
}
