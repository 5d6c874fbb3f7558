package dev.grantkeep.adapter.cli.output;

import dev.grantkeep.application.document.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON with a line for each member, as it is read by people and by programs. */
public final class PrettyJson {
    private static final String INDENT = "  ";

    private PrettyJson() {}

    /**
     * The text of a tree.
     *
     * @param tree a map, list, text, number or flag; the values of maps may be null
     */
    public static String write(Object tree) {
        return value(tree, "");
    }

    private static String value(@Nullable Object value, String indent) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> members
            when !members.isEmpty() ->
                lines(
                        "{",
                        members.entrySet().stream()
                                .map(member -> JsonText.write(String.valueOf(member.getKey())) + ": "
                                        + value(member.getValue(), indent + INDENT)),
                        "}",
                        indent);
            case List<?> items
            when !items.isEmpty() -> lines("[", items.stream().map(item -> value(item, indent + INDENT)), "]", indent);
            default -> JsonText.write(value);
        };
    }

    private static String lines(String open, Stream<String> parts, String close, String indent) {
        String between = "\n" + indent;
        return parts.collect(Collectors.joining("," + between + INDENT, open + between + INDENT, between + close));
    }
}
