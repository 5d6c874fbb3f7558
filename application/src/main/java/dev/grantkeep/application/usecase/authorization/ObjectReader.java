package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.KnownParameters;
import dev.grantkeep.domain.authorization.KnownParameters.Treatment;
import dev.grantkeep.domain.authorization.ObjectParameters;
import dev.grantkeep.domain.authorization.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters that a request object holds (RFC 9101 section 4): texts, or what a parameter's own specification
 * lets it be as JSON. One of another type is refused: to overlook it would be to drop what it asks for. A null says nothing, as an
 * empty value does (RFC 6749 section 3.1).
 */
final class ObjectReader {
    private static final Set<String> OBJECTS = Set.of("claims", "registration");
    private static final Set<String> ARRAYS = Set.of("authorization_details");
    private static final Set<String> TEXTS = Set.of("resource");
    private static final Set<String> NUMBERS = Set.of("max_age");

    private ObjectReader() {}

    /** What was found. */
    sealed interface Reading {}

    record Read(Parameters parameters) implements Reading {}

    record Refused(AuthorizationRefusal why, String detail) implements Reading {}

    /** @param payload one JSON object */
    static Reading read(String payload) {
        try {
            return read(JsonText.readSentMembers(payload));
        } catch (IllegalArgumentException e) {
            return new Refused(AuthorizationRefusal.REQUEST_OBJECT_MALFORMED, "holds what cannot be kept");
        }
    }

    private static Reading read(Map<String, String> members) {
        Optional<String> carrier =
                ObjectParameters.CARRIERS.stream().filter(members::containsKey).findFirst();
        if (carrier.isPresent()) {
            return new Refused(AuthorizationRefusal.REQUEST_OBJECT_NESTED, carrier.get());
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Treatment> known :
                KnownParameters.ofAuthorization().entrySet()) {
            String name = known.getKey();
            @Nullable String json = members.get(name);
            if (json == null || json.equals("null") || known.getValue() == Treatment.HARMLESS) {
                continue;
            }
            Optional<List<String>> values = values(name, json);
            if (values.isEmpty()) {
                return new Refused(AuthorizationRefusal.REQUEST_OBJECT_PARAMETER_MALFORMED, name);
            }
            List<String> said =
                    values.get().stream().filter(text -> !text.isEmpty()).toList();
            if (!said.isEmpty()) {
                parameters.put(name, said);
            }
        }
        return new Read(new Parameters(parameters));
    }

    /** Empty if it is of a type that the parameter cannot be of. */
    private static Optional<List<String>> values(String name, String json) {
        return switch (json.charAt(0)) {
            case '"' -> texts("[" + json + "]");
            case '{' -> OBJECTS.contains(name) ? Optional.of(List.of(json)) : Optional.empty();
            case '[' -> array(name, json);
            case 't', 'f' -> Optional.empty();
            default -> NUMBERS.contains(name) ? Optional.of(List.of(json)) : Optional.empty();
        };
    }

    private static Optional<List<String>> array(String name, String json) {
        if (ARRAYS.contains(name)) {
            return Optional.of(List.of(json));
        }
        return TEXTS.contains(name) ? texts(json) : Optional.empty();
    }

    private static Optional<List<String>> texts(String array) {
        List<@Nullable Object> items = JsonText.readSentArray(array);
        return items.stream().allMatch(String.class::isInstance)
                ? Optional.of(items.stream().map(String.class::cast).toList())
                : Optional.empty();
    }
}
