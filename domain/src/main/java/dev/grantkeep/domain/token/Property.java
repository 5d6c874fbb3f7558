package dev.grantkeep.domain.token;

import dev.grantkeep.domain.value.PlainText;

/**
 * A key and value that the authorization server keeps with a token.
 *
 * @param hidden whether the client never sees it
 */
public record Property(String key, String value, boolean hidden) {
    public Property {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a property has a key");
        }
        PlainText.requireStorable(key, "a property's key");
        PlainText.requireStorable(value, "a property's value");
    }

    /** What the client may not see, a log may not show either. */
    @Override
    public String toString() {
        return hidden ? "Property[key=" + key + ", hidden]" : "Property[key=" + key + ", value=" + value + "]";
    }
}
