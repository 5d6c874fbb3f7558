package dev.grantkeep.domain.scope;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private static final List<Demand> PROTECTIONS = List.of(Demand.FAPI_SCOPE, Demand.FAPI2_SCOPE, Demand.HAIP_SCOPE);

    public Scope {
        descriptions = List.copyOf(descriptions);
    }

    public static Scope named(String name) {
        return new Scope(new ScopeName(name), false, null, List.of(), Attributes.NONE);
    }

    static Scope of(Members members) {
        return new Scope(
                Objects.requireNonNull(members.value("name", ScopeName::new), "name"),
                members.flag("defaultEntry"),
                members.text("description"),
                members.objects("descriptions").stream().map(TaggedText::of).toList(),
                Attributes.of(members.objects("attributes")));
    }

    /** The protection that an attribute demands for every token with this scope, and that is not given yet. */
    public Optional<Demand> demand() {
        return PROTECTIONS.stream()
                .filter(demand -> attributes.values(demand.member()).anyMatch(Scope::isOn))
                .findFirst();
    }

    private static boolean isOn(String value) {
        return !value.isBlank() && !value.equals("false");
    }

    public Scope with(Attributes replacement) {
        return new Scope(name, defaultEntry, description, descriptions, replacement);
    }

    public Scope asDefault() {
        return new Scope(name, true, description, descriptions, attributes);
    }
}
