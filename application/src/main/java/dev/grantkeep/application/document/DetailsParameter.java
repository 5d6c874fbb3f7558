package dev.grantkeep.application.document;

import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.token.RequestedDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameter {@code authorization_details} of a client's request, an array of objects (RFC 9396 section 2), into
 * the form in which {@link DetailsTrees} keeps them.
 */
public final class DetailsParameter {
    private DetailsParameter() {}

    /** What the request asks for. An empty array asks for nothing. */
    public static RequestedDetails read(Parameters parameters) {
        return parameters
                .value("authorization_details")
                .map(DetailsParameter::read)
                .orElseGet(RequestedDetails.None::new);
    }

    /**
     * What a token request asks for, compared with what was granted.
     *
     * @param granted in the form in which {@link DetailsTrees} keeps it; null is nothing
     */
    public static RequestedDetails against(@Nullable String granted, RequestedDetails asked) {
        return asked instanceof RequestedDetails.Asked(String json, Set<String> types)
                        && granted != null
                        && !json.equals(granted)
                        && DetailsTrees.isPart(json, granted)
                ? new RequestedDetails.Part(json)
                : asked;
    }

    /**
     * The details as the client sent them.
     *
     * @param parameters those of a request that {@link #read(Parameters)} finds to ask for some
     */
    public static List<Map<String, @Nullable Object>> sent(Parameters parameters) {
        return parameters.value("authorization_details").stream()
                .flatMap(text -> JsonText.readSentArray(text).stream())
                .map(DetailsParameter::members)
                .toList();
    }

    private static Map<String, @Nullable Object> members(@Nullable Object item) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> detail) {
            detail.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }

    private static RequestedDetails read(String text) {
        try {
            List<@Nullable Object> array = JsonText.readSentArray(text);
            return DetailsTrees.areDetails(array) ? asked(array) : new RequestedDetails.Malformed();
        } catch (IllegalArgumentException malformed) {
            return new RequestedDetails.Malformed();
        }
    }

    private static RequestedDetails asked(List<@Nullable Object> array) {
        Set<String> types = new LinkedHashSet<>();
        List<Map<String, Object>> elements = new ArrayList<>();
        for (Object item : array) {
            if (item instanceof Map<?, ?> detail) {
                types.add(String.valueOf(detail.get("type")));
                elements.add(DetailsTrees.apiForm(detail));
            }
        }
        return elements.isEmpty()
                ? new RequestedDetails.None()
                : new RequestedDetails.Asked(JsonText.write(new LinkedHashMap<>(Map.of("elements", elements))), types);
    }
}
