package dev.grantkeep.domain.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JWK Set (RFC 7517 section 5) that was read: its text, by which it is known again, and what each of its usable keys
 * says about itself.
 *
 * @param text the document as it was registered; it may hold private keys
 * @param keys none is symmetric: what both sides must know is no key of a set that one of them publishes
 */
public record KeySet(String text, List<Jwk> keys) implements KeyMaterial {
    public KeySet {
        keys = List.copyOf(keys);
        if (keys.stream().anyMatch(key -> key.type() == KeyType.OCTETS)) {
            throw new IllegalArgumentException("symmetric keys of a set are not used");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeySet set && text.equals(set.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Without the text: it may hold private keys. */
    @Override
    public String toString() {
        return "KeySet" + keys;
    }
}
