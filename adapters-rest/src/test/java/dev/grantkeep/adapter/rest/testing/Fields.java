package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/** Writes the JSON bodies of requests: names and values in turn. */
public final class Fields {
    private Fields() {}

    public static String of(Object... namesAndValues) {
        Members members = new Members();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.node((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
        return Json.writeText(members.build());
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case String text -> JsonNode.createStringNode(text);
            case Boolean flag -> JsonNode.createBooleanNode(flag);
            case Number number -> JsonNode.createNumberNode(number.longValue());
            case List<?> list ->
                JsonNode.createArrayNode(list.stream().map(Fields::node).toList());
            case JsonNode node -> node;
            default -> JsonNode.createStringNode(value.toString());
        };
    }
}
