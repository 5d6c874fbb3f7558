package dev.grantkeep.domain.client;

import dev.grantkeep.domain.value.PlainText;

/** Another name of a client within its service: 1 to 200 characters of storable text. */
public record ClientAlias(String value) {
    public static final int MAX_LENGTH = 200;

    public ClientAlias {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a client alias has 1 to " + MAX_LENGTH + " characters");
        }
        PlainText.requireStorable(value, "a client alias");
    }

    /** Whether the text begins as the address of a web page does, with {@code http://} or {@code https://}. */
    public static boolean isWebAddress(String alias) {
        return alias.regionMatches(true, 0, "http://", 0, "http://".length())
                || alias.regionMatches(true, 0, "https://", 0, "https://".length());
    }
}
