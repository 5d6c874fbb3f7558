package dev.grantkeep.domain.token;

/** An access token that is a JWT (RFC 9068), in the compact form, as its client gets it. It hides in {@code toString}. */
public record AccessJwt(String compact) {
    /** The most characters. */
    public static final int MAX_LENGTH = 131_072;

    /** How the first of the three parts begins: it is a JSON object in base64url. */
    private static final String BEGINNING = "eyJ";

    public AccessJwt {
        if (!isPossible(compact)) {
            throw new IllegalArgumentException("a JWT of at most " + MAX_LENGTH + " characters has three parts");
        }
    }

    /** Whether a text may be one, as far as a glance tells: nothing is read, and it may be anybody's. */
    public static boolean isPossible(String text) {
        return text.startsWith(BEGINNING) && text.length() <= MAX_LENGTH && hasThreeParts(text);
    }

    private static boolean hasThreeParts(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0 && second > 0 && text.indexOf('.', second + 1) < 0;
    }

    @Override
    public String toString() {
        return "AccessJwt[hidden]";
    }
}
