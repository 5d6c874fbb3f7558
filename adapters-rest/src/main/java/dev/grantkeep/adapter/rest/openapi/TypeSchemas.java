package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.application.document.Type;
import dev.grantkeep.application.document.TypeNames;
import dev.grantkeep.domain.duration.TokenDuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of the types that members of settings have. */
final class TypeSchemas {
    private TypeSchemas() {}

    /** By their names, those that have one. */
    static Map<String, Schema> named() {
        Map<String, Schema> named = new LinkedHashMap<>();
        TypeNames.all().forEach((type, name) -> named.put(name, whole(type)));
        return named;
    }

    static Schema of(Type type) {
        return TypeNames.of(type).map(Schema::ref).orElseGet(() -> whole(type));
    }

    private static Schema whole(Type type) {
        return switch (type) {
            case Type.Text text -> Schema.of("string");
            case Type.Uri uri -> Schema.uri("");
            case Type.Flag flag -> Schema.of("boolean");
            case Type.Seconds seconds -> integer("int64", 0, TokenDuration.MAX_SECONDS);
            case Type.Whole range -> integer(range);
            case Type.Unset(Type.Whole range) ->
                integer("int32", 0, range.highest())
                        .describedAs("0, which is unset, or from " + range.lowest() + " on.");
            case Type.Name name ->
                Schema.of("string").with("enum", name.names().stream().sorted().toList());
            case Type.ListOf list -> list(list);
            case Type.Several several -> list(several.list());
            case Type.ObjectOf object -> object(object);
        };
    }

    private static Schema list(Type.ListOf list) {
        return Schema.of("array").with("items", of(list.item()).tree());
    }

    private static Schema integer(Type.Whole range) {
        boolean small = range.highest() <= Integer.MAX_VALUE;
        return integer(small ? "int32" : "int64", range.lowest(), range.highest());
    }

    private static Schema integer(String format, long lowest, long highest) {
        Schema whole = Schema.of("integer").with("format", format).with("minimum", lowest);
        return highest == Long.MAX_VALUE ? whole : whole.with("maximum", highest);
    }

    private static Schema object(Type.ObjectOf object) {
        Map<String, Object> properties = new LinkedHashMap<>();
        new TreeMap<>(object.parts())
                .forEach((name, part) -> properties.put(name, part(part).tree()));
        List<String> required = object.parts().entrySet().stream()
                .filter(part -> part.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        Schema schema = Schema.of("object").with("properties", properties);
        Schema complete = required.isEmpty() ? schema : schema.with("required", required);
        return object.open() ? complete.open() : complete;
    }

    private static Schema part(Type.Part part) {
        Schema schema = of(part.type());
        return part.byDefault() == null ? schema : schema.with("default", part.byDefault());
    }
}
