package dev.grantkeep.bootstrap.e2e;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as the tests write and read it. */
final class Json {
    /** Writes null where a test says null. */
    static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Json() {}

    /** Names and values in turn; an array stands for a list. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    static String text(Object... namesAndValues) {
        return GSON.toJson(map(namesAndValues));
    }

    static String text(Map<String, ?> members) {
        return GSON.toJson(members);
    }

    /** Reads exactly one JSON text by RFC 8259. */
    static JsonElement parse(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            JsonElement element = GSON.getAdapter(JsonElement.class).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalArgumentException("more than one JSON text");
            }
            return element;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
