package dev.grantkeep.adapter.schema;

import dev.grantkeep.application.document.JsonText;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;

/** Gives the library its nodes; it reads texts of its own jar alone. */
final class TreeNodes implements JsonNodeFactory {
    @Override
    public JsonNode wrap(Object node) {
        return node instanceof JsonNode known ? known : TreeNode.of(node, Budget.ofSchema());
    }

    @Override
    public JsonNode create(String rawJson) {
        return TreeNode.of(JsonText.readWithNulls(rawJson), Budget.ofSchema());
    }
}
