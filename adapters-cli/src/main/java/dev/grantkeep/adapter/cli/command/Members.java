package dev.grantkeep.adapter.cli.command;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of answers of the API. */
final class Members {
    private Members() {}

    /** The objects of a list; none if it is not there. */
    @SuppressWarnings("unchecked") // what JSON reads as an object has names of members
    static List<Map<String, Object>> objects(Map<String, Object> of, String name) {
        return of.get(name) instanceof List<?> items
                ? items.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<String, Object>) item)
                        .toList()
                : List.of();
    }

    /** A text or a number as text; empty if it is not there. */
    static String text(Map<String, Object> of, String name) {
        Object value = of.get(name);
        return value == null ? "" : value.toString();
    }

    /** A whole number; 0 if it is not there. */
    static long number(Map<String, Object> of, String name) {
        return of.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** A list that an option may leave out. */
    static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    static boolean flag(Map<String, Object> of, String name) {
        return Boolean.TRUE.equals(of.get(name));
    }

    /** The texts of a list, with blanks between; a dash if there are none. */
    static String words(Map<String, Object> of, String name) {
        return of.get(name) instanceof List<?> items && !items.isEmpty()
                ? String.join(" ", items.stream().map(String::valueOf).toList())
                : "";
    }
}
