package dev.grantkeep.adapter.cli.doctor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parts of trees of JSON. */
final class Trees {
    private Trees() {}

    /** The objects of a list; none if it is no list. */
    @SuppressWarnings("unchecked") // what JSON reads as an object has names of members
    static List<Map<String, Object>> objects(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<String, Object>) item)
                        .toList()
                : List.of();
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A list of attributes by their keys. */
    static Map<String, String> attributes(@Nullable Object list) {
        Map<String, String> attributes = new TreeMap<>();
        objects(list)
                .forEach(pair -> attributes.put(String.valueOf(pair.get("key")), String.valueOf(pair.get("value"))));
        return attributes;
    }

    /** A whole number; 0 if there is none. */
    static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
