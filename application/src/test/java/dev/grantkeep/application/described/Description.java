package dev.grantkeep.application.described;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An OpenAPI document, read strictly: a member of an answer that is not described is a contradiction, unless the
 * description says that there may be others.
 */
final class Description {
    private static final URI SCHEMAS = URI.create("urn:described");

    private final JsonObject document;
    private final List<DescribedPath> paths;
    private final Validator validator;

    private Description(JsonObject document) {
        this.document = document;
        paths = document.getAsJsonObject("paths").entrySet().stream()
                .map(path -> DescribedPath.of(path.getKey(), path.getValue().getAsJsonObject()))
                .sorted(Comparator.comparing(DescribedPath::places)
                        .thenComparing(DescribedPath::length, Comparator.reverseOrder()))
                .toList();
        validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        validator.registerSchema(SCHEMAS, schemas(document));
    }

    static Description read(String json) {
        return new Description(JsonParser.parseString(json).getAsJsonObject());
    }

    boolean knowsPath(String path) {
        return paths.stream().anyMatch(one -> one.matches(path));
    }

    /** The responses of the call, by their status; empty if it is not described. */
    Optional<JsonObject> responses(String method, String path) {
        Predicate<DescribedPath> has = one -> one.item().has(method.toLowerCase(Locale.ROOT));
        return paths.stream()
                .filter(one -> one.matches(path))
                .filter(has)
                .findFirst()
                .map(one -> one.item()
                        .getAsJsonObject(method.toLowerCase(Locale.ROOT))
                        .getAsJsonObject("responses"));
    }

    /** The response itself where there is a reference to it. */
    JsonObject resolved(JsonObject response) {
        if (!response.has("$ref")) {
            return response;
        }
        String reference = response.get("$ref").getAsString();
        return document.getAsJsonObject("components")
                .getAsJsonObject("responses")
                .getAsJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** What is wrong with a value; empty if it fits the schema of this name. */
    String faults(String component, JsonElement value) {
        Validator.Result result = validator.validate(URI.create(SCHEMAS + "#/$defs/" + component), value);
        return result.isValid()
                ? ""
                : result.getErrors().stream()
                        .map(error -> error.getInstanceLocation() + " " + error.getError())
                        .collect(Collectors.joining("; "));
    }

    private static JsonObject schemas(JsonObject document) {
        JsonObject definitions = document.getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .deepCopy();
        close(definitions);
        JsonObject schema = new JsonObject();
        schema.add("$defs", definitions);
        String text = schema.toString().replace("#/components/schemas/", "#/$defs/");
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void close(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(Description::close);
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            object.entrySet().forEach(member -> close(member.getValue()));
            if (isSchemaOfObjects(object) && !object.has("additionalProperties")) {
                object.addProperty("additionalProperties", false);
            }
        }
    }

    /** A schema may have a member of the name {@code properties}, whose value is then a schema. */
    private static boolean isSchemaOfObjects(JsonObject object) {
        return object.has("type")
                && object.get("type").isJsonPrimitive()
                && object.get("type").getAsString().equals("object")
                && object.has("properties");
    }
}
