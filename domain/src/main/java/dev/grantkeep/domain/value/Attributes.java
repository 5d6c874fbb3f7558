package dev.grantkeep.domain.value;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Attributes in the order they were given; a key may stand more than once. */
public record Attributes(List<Attribute> list) {
    public static final Attributes NONE = new Attributes(List.of());

    public Attributes {
        list = List.copyOf(list);
    }

    public static Attributes of(String key, String value) {
        return new Attributes(List.of(new Attribute(key, value)));
    }

    /** Of objects with a {@code key} and a {@code value}. */
    public static Attributes of(List<Members> pairs) {
        return new Attributes(pairs.stream()
                .map(pair -> new Attribute(text(pair, "key"), text(pair, "value")))
                .toList());
    }

    private static String text(Members pair, String name) {
        return Objects.requireNonNullElse(pair.text(name), "");
    }

    /** Every value of the key, in order. */
    public Stream<String> values(String key) {
        return list.stream().filter(a -> a.key().equals(key)).map(Attribute::value);
    }

    /**
     * Of two values only one could count, and nobody could tell which.
     *
     * @throws IllegalArgumentException if a key that begins so stands more than once
     */
    public void requireOnce(String prefix) {
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : list) {
            if (attribute.key().startsWith(prefix) && !seen.add(attribute.key())) {
                throw new IllegalArgumentException("the attribute " + attribute.key() + " stands more than once");
            }
        }
    }

    public Optional<String> first(String key) {
        return values(key).findFirst();
    }

    /**
     * Whether the key's first value is {@code true}; false if there is none.
     *
     * @throws IllegalArgumentException if it is neither true nor false
     */
    public boolean flag(String key) {
        return first(key)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(key + " is true or false");
                })
                .orElse(false);
    }
}
