package dev.grantkeep.adapter.rest.message;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object member by member. What is null is left out: no answer ever holds an explicit null. */
public final class Members {
    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    /** An object without a {@code type} member. */
    public Members() {}

    /** An answer's object: in 2.x it begins with {@code type}, in 3.0 it has none. */
    public static Members of(Dialect dialect, String type) {
        Members members = new Members();
        return dialect == Dialect.V2 ? members.text("type", type) : members;
    }

    public Members text(String name, @Nullable String value) {
        return node(name, value == null ? null : JsonNode.createStringNode(value));
    }

    public Members number(String name, long value) {
        return node(name, JsonNode.createNumberNode(value));
    }

    /** Milliseconds since the epoch. */
    public Members instant(String name, @Nullable Instant value) {
        return node(name, value == null ? null : JsonNode.createNumberNode(value.toEpochMilli()));
    }

    public Members flag(String name, boolean value) {
        return node(name, JsonNode.createBooleanNode(value));
    }

    /** An upper-case enum name. */
    public Members name(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? null : value.name());
    }

    /** Only if there are any. */
    public Members textsIfAny(String name, List<String> values) {
        return texts(name, values.isEmpty() ? null : values);
    }

    public Members texts(String name, @Nullable List<String> values) {
        return nodes(
                name,
                values == null
                        ? null
                        : values.stream().map(JsonNode::createStringNode).toList());
    }

    public Members nodes(String name, @Nullable List<JsonNode> values) {
        return node(name, values == null ? null : JsonNode.createArrayNode(values));
    }

    public Members node(String name, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            members.put(name, value);
        }
        return this;
    }

    /** All members of a tree of JDK values. */
    public Members tree(Map<String, Object> tree) {
        members.putAll(Trees.nodes(tree));
        return this;
    }

    /** An object less some of its members. */
    public static JsonNode without(JsonNode object, Set<String> names) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        object.entries().forEach(member -> {
            if (!names.contains(member.getKey())) {
                kept.put(member.getKey(), member.getValue());
            }
        });
        return JsonNode.createObjectNode(kept);
    }

    public JsonNode build() {
        return JsonNode.createObjectNode(members);
    }
}
