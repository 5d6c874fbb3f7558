package dev.grantkeep.application.described;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what a server answers with what it says that it answers, in each dialect. */
public final class DescribedAnswers {
    private static final Pattern OF_SERVICE = Pattern.compile("^/api/[0-9]+(/.*)$");
    private static final Set<String> ALIASES = Set.of("/misc/echo", "/lifecycle/healthcheck");
    private static final Set<String> LOOKED_AT = Set.of("GET", "POST", "PUT", "DELETE");

    private static final LongAdder LOOKS = new LongAdder();

    private final Description v2;
    private final Description v3;

    public DescribedAnswers(String v2, String v3) {
        this.v2 = Description.read(v2);
        this.v3 = Description.read(v3);
    }

    /** How many answers have been compared; a test that nobody looks at would be green whatever is answered. */
    public static long looks() {
        return LOOKS.sum();
    }

    /**
     * Remembers it if the answer is not as it is described; the test fails when it ends. Other paths than those of the API
     * are not looked at.
     *
     * @param path still encoded
     * @param authorization the header; null is none
     * @param body null is none
     */
    public void look(
            String method,
            String path,
            @Nullable String authorization,
            int status,
            @Nullable String contentType,
            byte @Nullable [] body) {
        Seen seen = new Seen(status, contentType, body);
        if (LOOKED_AT.contains(method) && path.startsWith("/api/") && !seen.brokeOff()) {
            LOOKS.increment();
            String fault = fault(method, path, authorization, seen);
            if (!fault.isEmpty()) {
                Contradictions.add(method + " " + path + " " + status + " is not as described: " + fault);
            }
        }
    }

    private record Seen(int status, @Nullable String contentType, byte @Nullable [] body) {
        boolean isEmpty() {
            return body == null || body.length == 0;
        }

        /** What a server makes of a request whose connection ended within it: nobody gets that. */
        boolean brokeOff() {
            return status == 400 && contentType == null;
        }

        String text() {
            return body == null ? "" : new String(body, StandardCharsets.UTF_8);
        }

        String type() {
            return contentType == null ? "" : contentType.replaceAll(";.*", "").strip();
        }
    }

    private String fault(String method, String path, @Nullable String authorization, Seen seen) {
        String asked = withoutAlias(path);
        Description described = described(asked, authorization);
        return described
                .responses(method, asked)
                .map(responses -> fault(described, responses, seen))
                .orElseGet(() -> faultOfUnknown(described, seen));
    }

    private static String withoutAlias(String path) {
        var matcher = OF_SERVICE.matcher(path);
        return matcher.matches() && ALIASES.contains(matcher.group(1)) ? "/api" + matcher.group(1) : path;
    }

    /** The calls for all services have one path; there the credential tells. */
    private Description described(String path, @Nullable String authorization) {
        boolean token = authorization != null && authorization.matches("(?i)(Bearer|DPoP) .*");
        boolean ofAll = token && path.startsWith("/api/service/") && v3.knowsPath(path);
        return OF_SERVICE.matcher(path).matches() || ofAll ? v3 : v2;
    }

    private static String faultOfUnknown(Description described, Seen seen) {
        return seen.status() < 400
                ? "the call is not described"
                : described.faults("Error", JsonParser.parseString(seen.text()));
    }

    private static String fault(Description described, JsonObject responses, Seen seen) {
        String status = Integer.toString(seen.status());
        if (!responses.has(status)) {
            return "the status is not described: " + seen.text();
        }
        JsonObject response = described.resolved(responses.getAsJsonObject(status));
        if (!response.has("content")) {
            return seen.isEmpty() ? "" : "there is a body";
        }
        JsonObject content = response.getAsJsonObject("content");
        if (!content.has(seen.type())) {
            return "the content type is not described: " + seen.contentType();
        }
        return fault(described, response, content.getAsJsonObject(seen.type()), seen);
    }

    private static String fault(Description described, JsonObject response, JsonObject content, Seen seen) {
        String reference = content.getAsJsonObject("schema").get("$ref").getAsString();
        JsonElement value = value(seen);
        String faults = described.faults(reference.substring(reference.lastIndexOf('/') + 1), value);
        return faults.isEmpty() ? faultOfCode(response, value) : faults + " in " + seen.text();
    }

    private static JsonElement value(Seen seen) {
        try {
            return seen.type().equals("application/json")
                    ? JsonParser.parseString(seen.text())
                    : new JsonPrimitive(seen.text());
        } catch (JsonParseException notJson) {
            return new JsonPrimitive(seen.text());
        }
    }

    private static String faultOfCode(JsonObject response, JsonElement value) {
        if (!response.has("x-result-codes") || !value.getAsJsonObject().has("resultCode")) {
            return "";
        }
        String code = value.getAsJsonObject().get("resultCode").getAsString();
        return response.getAsJsonObject("x-result-codes").has(code) ? "" : "the result code is not described: " + code;
    }
}
