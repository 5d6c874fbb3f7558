package dev.grantkeep.adapter.rest.message;

import dev.grantkeep.domain.common.OpaqueMembers;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lays what a caller sends over an object that is there: a member that was sent replaces, null included; what was not
 * sent stays. Members that Grantkeep does not know are kept as they are.
 */
public final class Overlay {
    private Overlay() {}

    /**
     * The members that result, without nulls.
     *
     * @param readOnly names that are ignored when they are sent
     */
    public static Map<String, JsonNode> of(JsonNode current, Map<String, JsonNode> sent, Set<String> readOnly) {
        Map<String, JsonNode> result = new LinkedHashMap<>();
        current.entries().forEach(member -> result.put(member.getKey(), member.getValue()));
        result.putAll(sent);
        result.keySet().removeAll(readOnly);
        result.values().removeIf(JsonNode::isNull);
        return result;
    }

    /** The members but the modelled ones, without nulls at any depth. */
    public static OpaqueMembers opaque(Map<String, JsonNode> members, Set<String> modelled) {
        Map<String, JsonNode> rest = new LinkedHashMap<>(members);
        rest.keySet().removeAll(modelled);
        return rest.isEmpty()
                ? OpaqueMembers.NONE
                : new OpaqueMembers(Json.writeText(JsonValues.withoutNulls(JsonNode.createObjectNode(rest))));
    }
}
