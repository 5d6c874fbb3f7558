package dev.grantkeep.domain.scope;

/** A scope token: 1 to 256 printable ASCII characters without space, quote or backslash (RFC 6749 section 3.3). */
public record ScopeName(String value) implements Comparable<ScopeName> {
    public static final int MAX_LENGTH = 256;
    public static final ScopeName OPENID = new ScopeName("openid");
    public static final ScopeName OFFLINE_ACCESS = new ScopeName("offline_access");

    public ScopeName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a scope token (RFC 6749 section 3.3)");
        }
    }

    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(ScopeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
