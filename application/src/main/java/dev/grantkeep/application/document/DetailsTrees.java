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
