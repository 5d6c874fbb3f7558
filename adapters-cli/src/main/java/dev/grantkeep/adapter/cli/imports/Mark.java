package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The attributes by which an import knows again what an earlier run has made: where it came from, and whether that run got
 * to its end.
 */
final class Mark {
    private static final String FROM = "imported_from";
    private static final String UNFINISHED = "import_unfinished";
    private static final String ATTRIBUTES = "attributes";

    private final String from;

    Mark(Export export, String id) {
        this.from = export.name() + ":" + id;
    }

    /** The members with the mark. */
    Map<String, Object> on(Map<String, Object> members, boolean finished) {
        List<Object> attributes = without(Members.of(members), FROM, UNFINISHED);
        attributes.add(pair(FROM, from));
        if (!finished) {
            attributes.add(pair(UNFINISHED, "true"));
        }
        return Members.of(members).with(ATTRIBUTES, attributes).tree();
    }

    boolean isOn(Members members) {
        return members.objects(ATTRIBUTES).stream()
                .anyMatch(pair -> FROM.equals(pair.text("key")) && from.equals(pair.text("value")));
    }

    static boolean isUnfinished(Members members) {
        return members.objects(ATTRIBUTES).stream().anyMatch(pair -> UNFINISHED.equals(pair.text("key")));
    }

    /** The members of something whose import has got to its end. */
    static Map<String, Object> finished(Members members) {
        return members.with(ATTRIBUTES, without(members, UNFINISHED)).tree();
    }

    private static List<Object> without(Members members, String... keys) {
        List<Object> kept = new ArrayList<>();
        members.objects(ATTRIBUTES).stream()
                .filter(pair -> !List.of(keys).contains(String.valueOf(pair.text("key"))))
                .forEach(pair -> kept.add(pair.tree()));
        return kept;
    }

    private static Map<String, Object> pair(String key, String value) {
        return Map.of("key", key, "value", value);
    }
}
