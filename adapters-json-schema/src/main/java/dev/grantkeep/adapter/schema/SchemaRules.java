package dev.grantkeep.adapter.schema;

import dev.harrel.jsonschema.Error;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema has to be: one of the dialect 2020-12, whose references lead to somewhere within, and whose regular
 * expressions can be matched without a risk. Keywords are looked for everywhere, in examples too.
 */
final class SchemaRules {
    private final Map<String, @Nullable Object> root;
    private final Set<String> anchors = new HashSet<>();

    private SchemaRules(Map<String, @Nullable Object> root) {
        this.root = root;
        collectAnchors(root);
    }

    /** The first fault, such as "has a reference to another document"; empty if there is none. */
    static Optional<String> fault(Map<String, @Nullable Object> root) {
        SchemaRules rules = new SchemaRules(root);
        return rules.ofMembers(root, true).findFirst().or(() -> ofDialect(root));
    }

    private static Optional<String> ofDialect(Map<String, @Nullable Object> root) {
        List<Error> errors = Validators.againstDialect(root).getErrors();
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of("is not a JSON Schema of the dialect 2020-12: " + Misfits.told(errors));
    }

    private Stream<String> ofValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> ofMembers(members, false);
            case List<?> items -> items.stream().flatMap(this::ofValue);
            case null, default -> Stream.empty();
        };
    }

    private Stream<String> ofMembers(Map<?, ?> members, boolean atRoot) {
        return members.entrySet().stream()
                .flatMap(member -> Stream.concat(
                        ofKeyword(String.valueOf(member.getKey()), member.getValue(), atRoot).stream(),
                        ofValue(member.getValue())));
    }

    private Optional<String> ofKeyword(String name, @Nullable Object value, boolean atRoot) {
        return switch (value) {
            case String text -> ofText(name, text, atRoot);
            case Map<?, ?> members
            when name.equals("patternProperties") ->
                members.keySet().stream()
                        .flatMap(regex -> Regex.fault(String.valueOf(regex)).stream())
                        .findFirst();
            case null, default -> Optional.empty();
        };
    }

    private Optional<String> ofText(String name, String text, boolean atRoot) {
        return switch (name) {
            case "$ref", "$dynamicRef" -> ofReference(text);
            case "$id" -> atRoot ? Optional.empty() : Optional.of("has another schema with an '$id' within");
            case "$schema" ->
                text.equals(Validators.DIALECT) || text.equals(Validators.DIALECT + "#")
                        ? Optional.empty()
                        : Optional.of("is of another dialect than 2020-12");
            case "pattern" -> Regex.fault(text);
            default -> Optional.empty();
        };
    }

    private Optional<String> ofReference(String text) {
        if (!text.startsWith("#")) {
            return Optional.of("has a reference to another document; nothing is fetched");
        }
        return leadsSomewhere(text.substring(1)) ? Optional.empty() : Optional.of("has a reference that leads nowhere");
    }

    private boolean leadsSomewhere(String fragment) {
        try {
            String place = URLDecoder.decode(fragment, StandardCharsets.UTF_8);
            return place.isEmpty() || (place.startsWith("/") ? isSchema(place) : anchors.contains(place));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean isSchema(String pointer) {
        @Nullable Object place = root;
        for (String step : pointer.substring(1).split("/", -1)) {
            place = within(place, step.replace("~1", "/").replace("~0", "~"));
        }
        return place instanceof Map || place instanceof Boolean;
    }

    private static @Nullable Object within(@Nullable Object place, String step) {
        return switch (place) {
            case Map<?, ?> members -> members.get(step);
            case List<?> items ->
                step.matches("[0-9]{1,6}") && Integer.parseInt(step) < items.size()
                        ? items.get(Integer.parseInt(step))
                        : null;
            case null, default -> null;
        };
    }

    private void collectAnchors(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            Stream.of("$anchor", "$dynamicAnchor")
                    .map(members::get)
                    .filter(String.class::isInstance)
                    .forEach(name -> anchors.add(String.valueOf(name)));
            members.values().forEach(this::collectAnchors);
        } else if (value instanceof List<?> items) {
            items.forEach(this::collectAnchors);
        }
    }
}
