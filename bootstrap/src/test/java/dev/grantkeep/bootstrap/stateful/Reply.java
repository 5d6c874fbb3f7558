package dev.grantkeep.bootstrap.stateful;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the application answered. */
final class Reply {
    final int status;
    final String text;
    private final JsonObject json;

    Reply(int status, String text) {
        this.status = status;
        this.text = text;
        this.json =
                text.isEmpty() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
    }

    /**
     * What stands at a path such as {@code client.clientId}. Below {@code content} are the members of the JSON that the
     * authorization server passes on, below {@code location} the parameters of a redirect.
     */
    Optional<JsonElement> at(String path) {
        JsonElement here = json;
        for (String name : path.split("\\.", -1)) {
            if (here == json && (name.equals("content") || name.equals("location"))) {
                here = name.equals("content") ? content() : location();
            } else {
                here = here.isJsonObject() ? here.getAsJsonObject().get(name) : null;
            }
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    String value(String path) {
        return at(path).orElseThrow(() -> new Difference("no " + path, this)).getAsString();
    }

    @Nullable
    String valueOrNull(String path) {
        return at(path).map(JsonElement::getAsString).orElse(null);
    }

    /** The texts of an array, or the words of a text; none if it is absent. */
    List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        at(path).ifPresent(element -> {
            if (element.isJsonArray()) {
                element.getAsJsonArray().forEach(item -> texts.add(item.getAsString()));
            } else if (!element.getAsString().isEmpty()) {
                texts.addAll(List.of(element.getAsString().split(" ", -1)));
            }
        });
        return texts;
    }

    List<JsonObject> objects(String path) {
        JsonArray array = at(path).map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new);
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private @Nullable JsonElement content() {
        JsonElement content = json.get("responseContent");
        return content == null || !content.getAsString().startsWith("{")
                ? null
                : JsonParser.parseString(content.getAsString());
    }

    private @Nullable JsonElement location() {
        JsonElement content = json.get("responseContent");
        if (content == null || !content.getAsString().startsWith("http")) {
            return null;
        }
        URI uri = URI.create(content.getAsString());
        String query = uri.getRawQuery() == null ? uri.getRawFragment() : uri.getRawQuery();
        JsonObject parameters = new JsonObject();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.addProperty(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}
