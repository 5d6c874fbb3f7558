package dev.grantkeep.domain.token;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The properties of a token (contract 4.9): a key stands once, the later value counts, and the names that the token
 * response itself uses are dropped. Encrypted and in base64url the set takes at most 65,535 bytes.
 */
public record Properties(List<Property> list) {
    public static final Properties NONE = new Properties(List.of());
    public static final int MAX_BYTES = 65_535;

    private static final Set<String> RESERVED = Set.of(
            "access_token",
            "token_type",
            "expires_in",
            "refresh_token",
            "scope",
            "error",
            "error_description",
            "error_uri",
            "id_token");

    /**
     * @throws IllegalArgumentException if the set is too large
     */
    public Properties {
        list = withoutDoublesAndReserved(list);
        if (storedBytes(list) > MAX_BYTES) {
            throw new IllegalArgumentException("the properties take more than " + MAX_BYTES + " bytes");
        }
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** These properties, overlaid by the others: the same key is overwritten in its place. */
    public Properties overlaidBy(Properties others) {
        return others.isEmpty()
                ? this
                : new Properties(
                        Stream.concat(list.stream(), others.list.stream()).toList());
    }

    /** Both together; empty if that is too large. */
    public Optional<Properties> with(Properties others) {
        try {
            return Optional.of(overlaidBy(others));
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }

    /** Those that the client may see. */
    public Stream<Property> visible() {
        return list.stream().filter(property -> !property.hidden());
    }

    private static List<Property> withoutDoublesAndReserved(Collection<Property> given) {
        Map<String, Property> byKey = new LinkedHashMap<>();
        for (Property property : given) {
            if (!RESERVED.contains(property.key())) {
                byKey.put(property.key(), property);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** The matrix of texts as JSON, hidden ones marked by a third "true", padded to blocks of 16 bytes, in base64url. */
    private static long storedBytes(List<Property> list) {
        long json = 1;
        for (Property property : list) {
            json += jsonBytes(property.key()) + jsonBytes(property.value()) + (property.hidden() ? 11 : 4);
        }
        long padded = (json / 16 + 1) * 16;
        return list.isEmpty() ? 0 : (padded * 4 + 2) / 3;
    }

    private static long jsonBytes(String text) {
        long escapes = text.chars().filter(c -> c == '"' || c == '\\').count()
                + 5 * text.chars().filter(c -> c < ' ').count();
        return text.getBytes(StandardCharsets.UTF_8).length + escapes + 2;
    }
}
