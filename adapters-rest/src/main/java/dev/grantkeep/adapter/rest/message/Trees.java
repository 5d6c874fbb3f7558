package dev.grantkeep.adapter.rest.message;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between JSON nodes and trees of JDK values: maps, lists, texts, numbers and flags. Neither side has nulls. */
public final class Trees {
    private Trees() {}

    /** The members whose value is not null; nulls are left out at any depth. */
    public static Map<String, Object> of(Map<String, JsonNode> members) {
        Map<String, Object> tree = new LinkedHashMap<>();
        members.forEach((name, node) -> put(tree, name, node));
        return tree;
    }

    public static Map<String, JsonNode> nodes(Map<String, Object> tree) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        tree.forEach((name, value) -> nodes.put(name, node(value)));
        return nodes;
    }

    /** The same object without nulls, at any depth: no answer may hold one. */
    public static JsonNode withoutNulls(JsonNode object) {
        return node(Objects.requireNonNull(value(object)));
    }

    private static void put(Map<String, Object> tree, String name, JsonNode node) {
        @Nullable Object value = value(node);
        if (value != null) {
            tree.put(name, value);
        }
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            node.entries().forEach(member -> put(tree, member.getKey(), member.getValue()));
            return tree;
        }
        if (node.isArray()) {
            return items(node);
        }
        if (node.isString()) {
            return node.getStringValue();
        }
        if (node.isBoolean()) {
            return node.getBooleanValue();
        }
        return node.isNumber() ? node.getNumberValue() : null;
    }

    private static List<Object> items(JsonNode array) {
        List<Object> items = new ArrayList<>();
        array.values().forEach(item -> {
            @Nullable Object value = value(item);
            if (value != null) {
                items.add(value);
            }
        });
        return items;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, JsonNode> nodes = new LinkedHashMap<>();
                members.forEach((name, part) -> nodes.put((String) name, node(part)));
                yield JsonNode.createObjectNode(nodes);
            }
            case List<?> items ->
                JsonNode.createArrayNode(items.stream().map(Trees::node).toList());
            case Boolean flag -> JsonNode.createBooleanNode(flag);
            case Long number -> JsonNode.createNumberNode(number);
            case Integer number -> JsonNode.createNumberNode(number);
            case BigDecimal number -> JsonNode.createNumberNode(number);
            case BigInteger number -> JsonNode.createNumberNode(number);
            default -> JsonNode.createStringNode(value.toString());
        };
    }
}
