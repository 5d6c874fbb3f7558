package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.domain.duration.TokenDuration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema (2020-12), or a reference to one of the document's.
 *
 * @param tree of JDK values
 */
record Schema(Map<String, Object> tree) {
    /** The last millisecond of the year 9999. */
    private static final long MAX_INSTANT = 253_402_300_799_999L;

    private static final String REFERENCE = "#/components/schemas/";

    Schema {
        tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
    }

    static Schema ref(String component) {
        return new Schema(Map.of("$ref", REFERENCE + component));
    }

    static Schema text(String description) {
        return of("string").describedAs(description);
    }

    /** A text that is a URI or a reference to one (RFC 3986). */
    static Schema uri(String description) {
        return text(description).with("format", "uri-reference");
    }

    static Schema flag(String description) {
        return of("boolean").describedAs(description);
    }

    /** A whole number of 64 bits from 0 on. */
    static Schema number(String description) {
        return whole("int64", description);
    }

    /** A whole number of 32 bits from 0 on. */
    static Schema count(String description) {
        return whole("int32", description).with("maximum", (long) Integer.MAX_VALUE);
    }

    /** Seconds that a token may live; 0 is not said. */
    static Schema duration(String description) {
        return number(description + " In seconds.").with("maximum", TokenDuration.MAX_SECONDS);
    }

    /** Milliseconds since 1970; 0 is not said. */
    static Schema instant(String description) {
        return number(description + " In milliseconds since 1970-01-01T00:00:00Z.")
                .with("maximum", MAX_INSTANT);
    }

    static Schema oneOf(String description, List<String> names) {
        return text(description).with("enum", List.copyOf(names));
    }

    static Schema oneOf(String description, Class<? extends Enum<?>> names) {
        return oneOf(
                description,
                Arrays.stream(names.getEnumConstants()).map(Enum::name).toList());
    }

    static Schema listOf(Schema item, String description) {
        return of("array").with("items", item.tree()).describedAs(description);
    }

    static Schema texts(String description) {
        return listOf(of("string"), description);
    }

    /** An object of these members; others may come with a later version. */
    static Schema object(String description, List<Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field.schema().tree()));
        List<String> required =
                fields.stream().filter(Field::required).map(Field::name).toList();
        Schema object = of("object").describedAs(description).with("properties", properties);
        return required.isEmpty() ? object : object.with("required", required);
    }

    static Schema of(String type) {
        return new Schema(Map.of("type", type));
    }

    /** Members beyond those that are named are kept and shown. */
    Schema open() {
        return with("additionalProperties", true);
    }

    Schema example(Object value) {
        return with("examples", List.of(value));
    }

    Schema describedAs(String description) {
        return description.isEmpty() ? this : with("description", description);
    }

    Schema with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(tree);
        more.put(keyword, value);
        return new Schema(more);
    }

    private static Schema whole(String format, String description) {
        return of("integer").with("format", format).with("minimum", 0L).describedAs(description);
    }
}
