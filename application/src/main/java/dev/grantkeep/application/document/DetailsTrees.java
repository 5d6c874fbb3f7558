package dev.grantkeep.application.document;

import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authorization details as they are stored, in the API's form: an object whose {@code elements} have {@code dataTypes} for
 * {@code datatypes}, and what RFC 9396 does not name as the text {@code otherFields}.
 */
public final class DetailsTrees {
    private static final String OTHERS = "otherFields";
    private static final String TYPE = "type";
    private static final String IDENTIFIER = "identifier";

    /** Those of the members that RFC 9396 section 2.2 names: the client's name of each, and the API's. */
    private static final Map<String, String> COMMON = Map.of(
            TYPE,
            TYPE,
            "locations",
            "locations",
            "actions",
            "actions",
            "datatypes",
            "dataTypes",
            IDENTIFIER,
            IDENTIFIER,
            "privileges",
            "privileges");

    private static final List<String> LISTS = List.of("locations", "actions", "datatypes", "dataTypes", "privileges");

    private DetailsTrees() {}

    /**
     * The elements as clients see them (RFC 9396 section 2); empty if there are none.
     *
     * @param stored null is none
     */
    public static List<Members> forClient(@Nullable String stored) {
        return stored == null
                ? List.of()
                : Members.of(JsonText.read(stored)).objects("elements").stream()
                        .map(DetailsTrees::clientForm)
                        .toList();
    }

    /**
     * Whether each of these details is one of those that were granted, or less of it: with fewer, but some, of its
     * locations, actions, data types or privileges (RFC 9396 section 6.1).
     */
    static boolean isPart(String asked, String granted) {
        List<Members> all = forClient(granted);
        return forClient(asked).stream()
                .allMatch(one -> all.stream().anyMatch(other -> isPart(one.tree(), other.tree())));
    }

    private static boolean isPart(Map<String, ?> asked, Map<String, ?> granted) {
        return asked.keySet().equals(granted.keySet())
                && asked.entrySet().stream()
                        .allMatch(member -> isPart(member.getKey(), member.getValue(), granted.get(member.getKey())));
    }

    private static boolean isPart(String name, Object asked, @Nullable Object granted) {
        return asked.equals(granted)
                || (LISTS.contains(name)
                        && asked instanceof List<?> some
                        && granted instanceof List<?> all
                        && !some.isEmpty()
                        && all.containsAll(some));
    }

    /**
     * Whether they are objects that each have a type, and the members that RFC 9396 section 2.2 names are of the kind that
     * it gives them; in either form.
     */
    public static boolean areDetails(List<?> items) {
        return items.stream().allMatch(item -> item instanceof Map<?, ?> detail && isDetail(detail));
    }

    private static boolean isDetail(Map<?, ?> detail) {
        @Nullable Object identifier = detail.get(IDENTIFIER);
        return detail.get(TYPE) instanceof String type
                && !type.isEmpty()
                && (identifier == null || identifier instanceof String)
                && LISTS.stream().allMatch(name -> isAbsentOrTexts(detail.get(name)));
    }

    private static boolean isAbsentOrTexts(@Nullable Object value) {
        return value == null
                || (value instanceof List<?> items && items.stream().allMatch(String.class::isInstance));
    }

    /** What a client sent, in the API's form. */
    static Map<String, Object> apiForm(Map<?, ?> detail) {
        Map<String, Object> members = new LinkedHashMap<>();
        Map<Object, @Nullable Object> others = new LinkedHashMap<>();
        detail.forEach((name, value) -> {
            @Nullable String common = COMMON.get(name);
            if (common == null) {
                others.put(name, value);
            } else if (value != null) {
                members.put(common, value);
            }
        });
        if (!others.isEmpty()) {
            members.put(OTHERS, JsonText.write(others));
        }
        return members;
    }

    private static Members clientForm(Members element) {
        Map<String, Object> members = new LinkedHashMap<>();
        element.tree().forEach((name, value) -> {
            if (!name.equals(OTHERS)) {
                members.put(name.equals("dataTypes") ? "datatypes" : name, value);
            }
        });
        others(element).forEach(members::putIfAbsent);
        return Members.of(members);
    }

    /** Empty if the text is not that of an object. */
    private static Map<String, Object> others(Members element) {
        @Nullable String text = element.text(OTHERS);
        try {
            return text == null ? Map.of() : JsonText.read(text);
        } catch (IllegalArgumentException notAnObject) {
            return Map.of();
        }
    }
}
