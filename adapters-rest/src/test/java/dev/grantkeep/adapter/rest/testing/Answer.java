package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.adapter.rest.message.Json;
import io.micronaut.json.tree.JsonNode;

/** What came back over HTTP. */
public record Answer(int status, String body) {
    public JsonNode json() {
        return Json.read(body);
    }

    /** A member's text or number as text; null if it is absent. */
    public String member(String name) {
        JsonNode node = json().get(name);
        return node == null ? null : node.coerceStringValue();
    }

    public String code() {
        return member("resultCode");
    }

    public String message() {
        return member("resultMessage");
    }
}
