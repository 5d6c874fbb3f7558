package dev.grantkeep.adapter.rest.discovery;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.adapter.rest.message.Unreadable;
import dev.grantkeep.adapter.rest.oauth.Shown;
import io.micronaut.json.tree.JsonNode;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** Changes a document by a JSON Patch (RFC 6902). */
final class Patch {
    /** The most operations: each may copy all that is there. */
    static final int MAX_OPERATIONS = 100;

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Patch() {}

    /**
     * The document as the patch leaves it, without nulls.
     *
     * @throws BadRequest if the patch is none, cannot be applied, or makes more of the document than a call may send
     */
    static JsonNode apply(String patch, JsonNode document) {
        JsonNode operations = read(patch);
        if (!operations.isArray() || operations.size() > MAX_OPERATIONS) {
            throw new BadRequest("The value of 'patch' is not the text of an array of at most " + MAX_OPERATIONS
                    + " operations (RFC 6902).");
        }
        String changed = Json.writeText(document);
        for (JsonNode operation : operations.values()) {
            changed = apply(operation, changed);
        }
        return Trees.withoutNulls(read(changed));
    }

    /** One by one, so that a document that grows with each is noticed in time. */
    private static String apply(JsonNode operation, String document) {
        String changed;
        try (JsonReader patch = reader("[" + Json.writeText(operation) + "]");
                JsonReader target = reader(document)) {
            JsonObject result = PROVIDER.createPatch(patch.readArray()).apply(target.readObject());
            changed = result.toString();
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new BadRequest(
                    "An operation of 'patch' cannot be applied: " + Shown.excerpt(Json.writeText(operation)));
        }
        if (changed.length() > Params.MAX_BODY) {
            throw new BadRequest("The value of 'patch' makes the document too large.");
        }
        return changed;
    }

    private static JsonNode read(String text) {
        try {
            return Json.readSent(text);
        } catch (Unreadable malformed) {
            throw new BadRequest("The value of 'patch' is not the text of a JSON Patch (RFC 6902).");
        }
    }

    private static JsonReader reader(String text) {
        return PROVIDER.createReader(new StringReader(text));
    }
}
