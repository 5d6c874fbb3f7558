package dev.grantkeep.adapter.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree of JDK values, as the library looks at it. Every look is paid for.
 *
 * @param value a flag, a text, a {@link BigDecimal} without trailing zeros, a list or map of nodes, or null
 */
record TreeNode(@Nullable Object value, SimpleType type, String pointer, Budget budget) implements JsonNode {
    static TreeNode of(@Nullable Object tree, Budget budget) {
        return of(tree, "", budget);
    }

    private static TreeNode of(@Nullable Object tree, String pointer, Budget budget) {
        return switch (tree) {
            case null -> new TreeNode(null, SimpleType.NULL, pointer, budget);
            case Boolean flag -> new TreeNode(flag, SimpleType.BOOLEAN, pointer, budget);
            case Number number -> ofNumber(new BigDecimal(number.toString()).stripTrailingZeros(), pointer, budget);
            case List<?> items -> new TreeNode(nodes(items, pointer, budget), SimpleType.ARRAY, pointer, budget);
            case Map<?, ?> members -> new TreeNode(nodes(members, pointer, budget), SimpleType.OBJECT, pointer, budget);
            default -> new TreeNode(tree.toString(), SimpleType.STRING, pointer, budget);
        };
    }

    private static TreeNode ofNumber(BigDecimal number, String pointer, Budget budget) {
        return new TreeNode(number, number.scale() <= 0 ? SimpleType.INTEGER : SimpleType.NUMBER, pointer, budget);
    }

    private static List<JsonNode> nodes(List<?> items, String pointer, Budget budget) {
        List<JsonNode> nodes = new ArrayList<>();
        for (@Nullable Object item : items) {
            nodes.add(of(item, pointer + "/" + nodes.size(), budget));
        }
        return Collections.unmodifiableList(nodes);
    }

    private static Map<String, JsonNode> nodes(Map<?, ?> members, String pointer, Budget budget) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        members.forEach((key, member) -> {
            String name = String.valueOf(key);
            nodes.put(name, of(member, pointer + "/" + JsonNode.encodeJsonPointer(name), budget));
        });
        return Collections.unmodifiableMap(nodes);
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        budget.spend(1);
        return type;
    }

    @Override
    public boolean asBoolean() {
        return Boolean.TRUE.equals(value);
    }

    @Override
    public String asString() {
        return Objects.toString(value);
    }

    @Override
    public BigInteger asInteger() {
        return asNumber().toBigInteger();
    }

    @Override
    public BigDecimal asNumber() {
        return (BigDecimal) Objects.requireNonNull(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<JsonNode> asArray() {
        List<JsonNode> items = (List<JsonNode>) Objects.requireNonNull(value);
        budget.spend(items.size());
        return items;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, JsonNode> asObject() {
        Map<String, JsonNode> members = (Map<String, JsonNode>) Objects.requireNonNull(value);
        budget.spend(members.size());
        return members;
    }

    /** The place, without what is there. */
    @Override
    public String toString() {
        return "TreeNode[" + type + " at " + pointer + "]";
    }
}
