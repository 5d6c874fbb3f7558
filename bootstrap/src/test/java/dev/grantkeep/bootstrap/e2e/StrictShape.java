package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.common.dto.AccessToken;
import com.authlete.common.dto.AuthorizationResponse;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.IntrospectionResponse;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.TokenCreateResponse;
import com.authlete.common.dto.TokenResponse;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the strictest reader wants of every answer: JSON with no explicit null at any depth, names of actions and of other
 * choices that are known, no {@code type} in 3.0, an envelope in every refusal, and nothing at all in a 204.
 */
final class StrictShape {
    private static final Set<String> ACTIONS = Set.of(
            "OK",
            "CREATED",
            "ID_TOKEN_REISSUABLE",
            "PASSWORD",
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
            "PAYLOAD_TOO_LARGE",
            "INVALID_CLIENT",
            "INTERNAL_SERVER_ERROR",
            "VALID",
            "EXPIRED",
            "NOT_EXIST",
            "SERVER_ERROR",
            "SUCCESS",
            "INVALID_REQUEST",
            "USER_CODE_EXPIRED",
            "USER_CODE_NOT_EXIST");
    private static final List<String> ENTITIES = List.of("client", "service");
    private static final List<String> LISTS = List.of("clients", "services", "accessTokens");

    /** By member, the names that the official library knows. */
    private static final Map<String, Set<String>> CHOICES = choices(
            Client.class,
            Service.class,
            AuthorizationResponse.class,
            TokenResponse.class,
            TokenCreateResponse.class,
            IntrospectionResponse.class,
            AccessToken.class);

    private StrictShape() {}

    private static Map<String, Set<String>> choices(Class<?>... read) {
        Map<String, Set<String>> choices = new HashMap<>();
        for (Class<?> dto : read) {
            for (Method getter : dto.getMethods()) {
                Class<?> one = getter.getReturnType().isArray()
                        ? getter.getReturnType().getComponentType()
                        : getter.getReturnType();
                if (one.isEnum() && getter.getName().startsWith("get")) {
                    String member = Introspector.decapitalize(getter.getName().substring(3));
                    for (Object constant : one.getEnumConstants()) {
                        choices.computeIfAbsent(member, name -> new HashSet<>()).add(((Enum<?>) constant).name());
                    }
                }
            }
        }
        choices.put("action", ACTIONS);
        // also the name of a free text
        choices.remove("display");
        // known to newer libraries
        choices.values().stream()
                .filter(known -> known.contains("CLIENT_SECRET_BASIC"))
                .forEach(known -> known.add("SPIFFE_JWT"));
        return choices;
    }

    static Answer check(Dialect dialect, Answer answer) {
        if (answer.status() == 204) {
            return answer.empty();
        }
        assertThat(answer.contentType()).as(answer.text()).startsWith("application/json");
        JsonElement json = Json.parse(answer.text());
        noNulls("answer", json);
        knownChoices(json);
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
    }

    private static void knownChoices(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(StrictShape::knownChoices);
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(member -> {
                Set<String> known = CHOICES.get(member.getKey());
                if (known != null) {
                    assertThat(texts(member.getValue())).as(member.getKey()).isSubsetOf(known);
                }
                knownChoices(member.getValue());
            });
        }
    }

    private static List<String> texts(JsonElement element) {
        if (!element.isJsonArray()) {
            return List.of(element.getAsString());
        }
        List<String> texts = new ArrayList<>();
        element.getAsJsonArray().forEach(one -> texts.add(one.getAsString()));
        return texts;
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
