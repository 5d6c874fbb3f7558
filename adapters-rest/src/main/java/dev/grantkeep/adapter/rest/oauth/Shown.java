package dev.grantkeep.adapter.rest.oauth;

import java.nio.charset.StandardCharsets;

/**
 * Text as a message or a header may hold it: what is not allowed in an {@code error_description} (RFC 6749 section 5.2,
 * RFC 6750 section 3) is percent-encoded.
 */
public final class Shown {
    private static final int MAX_LENGTH = 200;
    private static final String HEX = "0123456789ABCDEF";

    private Shown() {}

    /** Text of a request, to be repeated in a message; what is long is cut. */
    public static String excerpt(String given) {
        return given.length() <= MAX_LENGTH ? printable(given) : printable(cut(given)) + "...";
    }

    /** The whole text. */
    public static String printable(String given) {
        if (given.chars().allMatch(Shown::isAllowed)) {
            return given;
        }
        StringBuilder shown = new StringBuilder();
        for (byte b : given.getBytes(StandardCharsets.UTF_8)) {
            append(shown, b);
        }
        return shown.toString();
    }

    private static String cut(String given) {
        boolean inPair = Character.isHighSurrogate(given.charAt(MAX_LENGTH - 1));
        return given.substring(0, inPair ? MAX_LENGTH - 1 : MAX_LENGTH);
    }

    private static void append(StringBuilder shown, byte b) {
        if (isAllowed(b)) {
            shown.append((char) b);
        } else {
            shown.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
        }
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }
}
