package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * What the strictest reader wants of every answer: JSON with no explicit null at any depth, actions that are known, no
 * {@code type} in 3.0, an envelope in every refusal, and nothing at all in a 204.
 */
final class StrictShape {
    private static final Set<String> ACTIONS = Set.of(
            "OK",
            "ID_TOKEN_REISSUABLE",
            "INTERACTION",
            "NO_INTERACTION",
            "LOCATION",
            "FORM",
            "JSON",
            "JWT",
            "CALLER_ERROR",
            "BAD_REQUEST",
            "UNAUTHORIZED",
            "FORBIDDEN",
            "NOT_FOUND",
            "INVALID_CLIENT",
            "INTERNAL_SERVER_ERROR");
    private static final List<String> ENTITIES = List.of("client", "service");
    private static final List<String> LISTS = List.of("clients", "services", "accessTokens");

    private StrictShape() {}

    static Answer check(Dialect dialect, Answer answer) {
        if (answer.status() == 204) {
            return answer.empty();
        }
        assertThat(answer.contentType()).as(answer.text()).startsWith("application/json");
        JsonElement json = Json.parse(answer.text());
        noNulls("answer", json);
        if (json.isJsonObject()) {
            check(dialect, answer.status(), json.getAsJsonObject());
        }
        return answer;
    }

    private static void check(Dialect dialect, int status, JsonObject json) {
        if (dialect == Dialect.V3) {
            noType(json);
        }
        if (status >= 400) {
            assertThat(json.has("resultCode") && json.has("resultMessage"))
                    .as(json.toString())
                    .isTrue();
        }
        if (json.has("resultCode")) {
            String code = json.get("resultCode").getAsString();
            assertThat(json.get("resultMessage").getAsString()).startsWith("[" + code + "] ");
        }
        if (json.has("action")) {
            assertThat(json.get("action").getAsString()).isIn(ACTIONS);
        }
    }

    private static void noNulls(String where, JsonElement element) {
        assertThat(element.isJsonNull()).as("null at " + where).isFalse();
        if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(e -> noNulls(where + "." + e.getKey(), e.getValue()));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(e -> noNulls(where + "[]", e));
        }
    }

    private static void noType(JsonObject json) {
        assertThat(json.has("type")).as("type in " + json).isFalse();
        for (String name : ENTITIES) {
            if (json.has(name) && json.get(name).isJsonObject()) {
                noType(json.getAsJsonObject(name));
            }
        }
        for (String name : LISTS) {
            if (json.has(name)) {
                json.getAsJsonArray(name).forEach(entry -> noType(entry.getAsJsonObject()));
            }
        }
    }
}
