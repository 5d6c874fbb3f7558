package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.adapter.rest.message.Unreadable;
import dev.grantkeep.application.document.DetailsTrees;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenDetails;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Authorization details in their two forms. Clients send and get an array of objects (RFC 9396 section 2). The API has an
 * object whose {@code elements} are these objects, with {@code dataTypes} for {@code datatypes} and what RFC 9396 does
 * not name as the text {@code otherFields}. The API's form is what is stored.
 */
public final class AuthorizationDetailsJson {
    private static final String ELEMENTS = "elements";
    private static final String TYPE = "type";
    private static final String IDENTIFIER = "identifier";
    private static final String OTHERS = "otherFields";

    /** Those of the members that RFC 9396 section 2.2 names: the client's name of each, and the API's. */
    private static final Map<String, String> COMMON = common();

    private static final Set<String> LISTS = Set.of("locations", "actions", "datatypes", "dataTypes", "privileges");

    private AuthorizationDetailsJson() {}

    /** What a client's request asks for. An empty array asks for nothing. */
    public static RequestedDetails requested(Parameters parameters) {
        return parameters
                .value("authorization_details")
                .map(text -> parsed(text, Json::readSent)
                        .filter(AuthorizationDetailsJson::isArrayOfDetails)
                        .map(AuthorizationDetailsJson::asked)
                        .orElseGet(RequestedDetails.Malformed::new))
                .orElseGet(RequestedDetails.None::new);
    }

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

    /** The details of a token as its client sees them; null if there are none. */
    public static @Nullable JsonNode forClient(TokenDetails details) {
        List<JsonNode> array = DetailsTrees.forClient(details.targets().authorizationDetails()).stream()
                .map(element -> JsonNode.createObjectNode(Trees.nodes(element.tree())))
                .toList();
        return array.isEmpty() ? null : JsonNode.createArrayNode(array);
    }

    private static RequestedDetails asked(JsonNode array) {
        Set<String> types = new LinkedHashSet<>();
        List<JsonNode> elements = new ArrayList<>();
        array.values().forEach(detail -> {
            type(detail).ifPresent(types::add);
            elements.add(apiForm(detail));
        });
        return elements.isEmpty()
                ? new RequestedDetails.None()
                : new RequestedDetails.Asked(
                        Json.writeText(new Members().nodes(ELEMENTS, elements).build()), types);
    }

    private static JsonNode apiForm(JsonNode detail) {
        Members common = new Members();
        Map<String, JsonNode> others = new LinkedHashMap<>();
        detail.entries().forEach(member -> {
            String name = COMMON.get(member.getKey());
            if (name == null) {
                others.put(member.getKey(), member.getValue());
            } else {
                common.node(name, member.getValue());
            }
        });
        return common.text(OTHERS, others.isEmpty() ? null : Json.writeText(JsonNode.createObjectNode(others)))
                .build();
    }

    /** The object that {@code otherFields} is the text of; empty if it is none. */
    private static Optional<JsonNode> others(JsonNode element, Function<String, JsonNode> read) {
        JsonNode others = element.get(OTHERS);
        return others == null || !others.isString()
                ? Optional.empty()
                : parsed(others.getStringValue(), read).filter(JsonNode::isObject);
    }

    private static boolean hasReadableOthers(JsonNode elements) {
        for (JsonNode element : elements.values()) {
            JsonNode others = element.get(OTHERS);
            boolean isEmpty = others != null
                    && others.isString()
                    && others.getStringValue().isEmpty();
            if (others != null && !isEmpty && others(element, Json::readSent).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isArrayOfDetails(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode detail : node.values()) {
            if (!detail.isObject() || !isDetail(detail)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDetail(JsonNode detail) {
        JsonNode identifier = detail.get(IDENTIFIER);
        return type(detail).isPresent()
                && (identifier == null || identifier.isNull() || identifier.isString())
                && LISTS.stream().allMatch(name -> isAbsentOrTexts(detail.get(name)));
    }

    private static Optional<String> type(JsonNode detail) {
        JsonNode type = detail.get(TYPE);
        return type == null || !type.isString() || type.getStringValue().isEmpty()
                ? Optional.empty()
                : Optional.of(type.getStringValue());
    }

    private static boolean isAbsentOrTexts(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return true;
        }
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode item : node.values()) {
            if (!item.isString()) {
                return false;
            }
        }
        return true;
    }

    /** @param read what was sent is read more strictly than what was stored before */
    private static Optional<JsonNode> parsed(String text, Function<String, JsonNode> read) {
        try {
            return Optional.of(read.apply(text));
        } catch (Unreadable notJson) {
            return Optional.empty();
        }
    }

    private static Map<String, String> common() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : List.of(TYPE, "locations", "actions", IDENTIFIER, "privileges")) {
            names.put(name, name);
        }
        names.put("datatypes", "dataTypes");
        return Map.copyOf(names);
    }
}
