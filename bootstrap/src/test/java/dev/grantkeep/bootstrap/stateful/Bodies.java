package dev.grantkeep.bootstrap.stateful;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and makes the bodies of requests. */
final class Bodies {
    private Bodies() {}

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Map<String, Object> body, String name, List<String> otherwise) {
        return (List<String>) body.getOrDefault(name, otherwise);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> body, String name) {
        return (List<Map<String, Object>>) body.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> body, String name) {
        return (Map<String, Object>) body.getOrDefault(name, Map.of());
    }

    static long number(Map<String, Object> body, String name) {
        return ((Number) body.getOrDefault(name, 0)).longValue();
    }
}
