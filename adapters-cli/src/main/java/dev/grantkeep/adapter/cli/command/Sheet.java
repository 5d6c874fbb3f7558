package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.output.Table;
import dev.grantkeep.application.document.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows one thing with all that is known of it. */
final class Sheet {
    private static final String HIDDEN = "(hidden)";

    private Sheet() {}

    /** A row for each member. */
    static Table of(Map<String, Object> members) {
        Table table = new Table("MEMBER", "VALUE");
        members.forEach((name, value) -> table.row(name, text(value)));
        return table;
    }

    /** Those of the members that have these names, in this order. */
    static Map<String, Object> only(List<String> names, Map<String, Object> members) {
        Map<String, Object> some = new LinkedHashMap<>();
        names.stream().filter(members::containsKey).forEach(name -> some.put(name, members.get(name)));
        return some;
    }

    /** Members of these names with these values. */
    static Map<String, Object> in(List<String> names, Object... values) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            members.put(names.get(i), values[i]);
        }
        return members;
    }

    /** The members, with these as it were blackened. */
    static Map<String, Object> without(Set<String> secrets, Map<String, Object> members) {
        Map<String, Object> shown = new LinkedHashMap<>(members);
        secrets.forEach(name -> shown.computeIfPresent(name, (same, value) -> HIDDEN));
        return shown;
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> items
            when items.stream().allMatch(String.class::isInstance) ->
                String.join(" ", items.stream().map(String::valueOf).toList());
            case Map<?, ?> tree -> JsonText.write(tree);
            case List<?> tree -> JsonText.write(tree);
            default -> value.toString();
        };
    }
}
