package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.adapter.rest.message.Unreadable;
import dev.grantkeep.application.document.DetailsTrees;
import dev.grantkeep.domain.token.TokenDetails;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authorization details in their two forms. Clients send and get an array of objects (RFC 9396 section 2). The API has an
 * object whose {@code elements} are these objects, with {@code dataTypes} for {@code datatypes} and what RFC 9396 does
 * not name as the text {@code otherFields}. The API's form is what is stored.
 */
public final class AuthorizationDetailsJson {
    private static final String ELEMENTS = "elements";
    private static final String OTHERS = "otherFields";

    private AuthorizationDetailsJson() {}

    /**
     * The parameter {@code authorizationDetails} of a call, in the API's form; null if it is absent.
     *
     * @throws BadRequest if it is none
     */
    public static @Nullable String ofCall(Params params) {
        JsonNode sent = params.node("authorizationDetails");
        if (sent == null) {
            return null;
        }
        if (!sent.isObject()) {
            throw new BadRequest("The value of 'authorizationDetails' must be an object.");
        }
        JsonNode details = Trees.withoutNulls(sent);
        if (details.size() == 0) {
            return null;
        }
        JsonNode elements = details.get(ELEMENTS);
        if (elements == null || !isArrayOfDetails(elements) || !hasReadableOthers(elements)) {
            throw new BadRequest("The value of 'authorizationDetails' must have 'elements',"
                    + " an array of objects that each have a 'type'.");
        }
        return Json.writeText(details);
    }

    /** The details of an access token as its client sees them; null if there are none. */
    public static @Nullable JsonNode ofAccessToken(TokenDetails details) {
        return forClient(details.targets().detailsOfAccessToken());
    }

    /** The details of the whole grant. */
    static @Nullable JsonNode ofGrant(TokenDetails details) {
        return forClient(details.targets().authorizationDetails());
    }

    private static @Nullable JsonNode forClient(@Nullable String stored) {
        List<JsonNode> array = DetailsTrees.forClient(stored).stream()
                .map(element -> JsonNode.createObjectNode(Trees.nodes(element.tree())))
                .toList();
        return array.isEmpty() ? null : JsonNode.createArrayNode(array);
    }

    /** The object that {@code otherFields} is the text of; empty if it is none. */
    private static Optional<JsonNode> others(JsonNode element) {
        JsonNode others = element.get(OTHERS);
        return others == null || !others.isString()
                ? Optional.empty()
                : parsed(others.getStringValue()).filter(JsonNode::isObject);
    }

    private static boolean hasReadableOthers(JsonNode elements) {
        for (JsonNode element : elements.values()) {
            JsonNode others = element.get(OTHERS);
            boolean isEmpty = others != null
                    && others.isString()
                    && others.getStringValue().isEmpty();
            if (others != null && !isEmpty && others(element).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isArrayOfDetails(JsonNode elements) {
        return Trees.of(Map.of(ELEMENTS, elements)).get(ELEMENTS) instanceof List<?> items
                && DetailsTrees.areDetails(items);
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(Json.readSent(text));
        } catch (Unreadable notJson) {
            return Optional.empty();
        }
    }
}
