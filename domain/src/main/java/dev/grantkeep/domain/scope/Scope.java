package dev.grantkeep.domain.scope;

import dev.grantkeep.domain.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scope that a service supports.
 *
 * @param defaultEntry whether a request that names no scope gets this one
 * @param attributes free attributes; {@code access_token.duration} and its like give token durations
 */
public record Scope(
        ScopeName name,
        boolean defaultEntry,
        @Nullable String description,
        List<TaggedText> descriptions,
        Attributes attributes) {
    public Scope {
        descriptions = List.copyOf(descriptions);
    }

    public static Scope named(String name) {
        return new Scope(new ScopeName(name), false, null, List.of(), Attributes.NONE);
    }

    public Scope with(Attributes replacement) {
        return new Scope(name, defaultEntry, description, descriptions, replacement);
    }

    public Scope asDefault() {
        return new Scope(name, true, description, descriptions, attributes);
    }
}
