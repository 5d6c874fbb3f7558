package dev.grantkeep.adapter.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values that fit a schema: what is always there, and the members that have an example of their own. */
final class Examples {
    private final Map<String, Schema> components;

    Examples(Map<String, Schema> components) {
        this.components = components;
    }

    Object of(Schema schema) {
        return of(schema.tree());
    }

    /** The same without what only Grantkeep writes. */
    Object ofRequest(Schema schema) {
        Map<?, ?> whole = (Map<?, ?>) of(schema);
        String reference = (String) Objects.requireNonNull(schema.tree().get("$ref"));
        Map<?, ?> properties =
                (Map<?, ?>) Objects.requireNonNull(resolved(reference).get("properties"));
        Map<String, Object> sent = new LinkedHashMap<>();
        whole.forEach((name, value) -> {
            if (!((Map<?, ?>) Objects.requireNonNull(properties.get(name))).containsKey("readOnly")) {
                sent.put((String) name, value);
            }
        });
        return sent;
    }

    private Object of(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return of(resolved(reference));
        }
        @Nullable Object own = own(schema);
        return own == null ? ofType(schema) : own;
    }

    private static @Nullable Object own(Map<?, ?> schema) {
        if (schema.get("examples") instanceof List<?> examples) {
            return examples.get(0);
        }
        @Nullable Object only = schema.containsKey("const") ? schema.get("const") : schema.get("default");
        return only == null && schema.get("enum") instanceof List<?> names ? names.get(0) : only;
    }

    private Object ofType(Map<?, ?> schema) {
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(schema);
            case "array" -> List.of(of((Map<?, ?>) Objects.requireNonNull(schema.get("items"))));
            case "integer" -> Objects.requireNonNullElse(schema.get("minimum"), 0L);
            case "boolean" -> true;
            default -> "text";
        };
    }

    private Map<String, Object> object(Map<?, ?> schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                Map<?, ?> tree = (Map<?, ?>) property;
                if (required.contains(name) || tree.containsKey("examples")) {
                    members.put((String) name, of(tree));
                }
            });
        }
        return members;
    }

    private Map<String, Object> resolved(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return Objects.requireNonNull(components.get(name), name).tree();
    }
}
