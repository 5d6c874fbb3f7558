package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Members;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one object of an export member by member, so that what nobody takes can be told. */
final class Taking {
    private final Members from;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Object> into = new LinkedHashMap<>();

    Taking(Members from) {
        this.from = from;
    }

    /** What has been made. */
    Map<String, Object> made() {
        return into;
    }

    /** A member that is the same, by another name. */
    Taking as(String name, String newName) {
        return put(newName, from.get(taken(name)));
    }

    /** A text by which a value of an enumeration is meant: {@code client_secret_basic}, {@code pairwise}, {@code RS256}. */
    Taking asName(String name, String newName) {
        String text = from.text(taken(name));
        return put(
                newName,
                text == null || text.isEmpty()
                        ? null
                        : text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A value that was made of what was taken; null is none. */
    Taking put(String newName, @Nullable Object value) {
        boolean isEmpty = value == null || "".equals(value) || value instanceof List<?> list && list.isEmpty();
        if (value != null && !isEmpty) {
            into.put(newName, value);
        }
        return this;
    }

    /** Members that say nothing to a server that is moved into: dates, own ids, what has another value by then. */
    Taking ignore(String... names) {
        taken.addAll(Set.of(names));
        return this;
    }

    @Nullable
    String text(String name) {
        return from.text(taken(name));
    }

    boolean flag(String name) {
        return from.flag(taken(name));
    }

    Members members() {
        return from;
    }

    /** Tells what was not taken and says something. */
    void tellRest(String whose, Findings into) {
        from.tree().forEach((name, value) -> {
            if (!taken.contains(name) && saysSomething(value)) {
                into.without("The member " + name, whose);
            }
        });
    }

    boolean has(String name) {
        return taken.contains(name);
    }

    /** Notes that a member has been taken. */
    String taken(String name) {
        taken.add(name);
        return name;
    }

    static boolean saysSomething(Object value) {
        return switch (value) {
            case String text -> !text.isEmpty();
            case Boolean flag -> flag;
            case Number number -> number.longValue() != 0;
            case Map<?, ?> members -> !members.isEmpty();
            case List<?> items -> !items.isEmpty();
            default -> true;
        };
    }
}
