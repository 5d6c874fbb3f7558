package dev.grantkeep.domain.common;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a service or client that have no place of their own in its settings, as one JSON object in text. They
 * are kept and given back. What some of them ask of requests is read from the text, once.
 */
public final class OpaqueMembers {
    public static final OpaqueMembers NONE = new OpaqueMembers("{}");

    private final String json;
    private volatile @Nullable KeptRules rules;

    public OpaqueMembers(String json) {
        Objects.requireNonNull(json, "json");
        if (!json.startsWith("{")) {
            throw new IllegalArgumentException("opaque members are one JSON object");
        }
        this.json = json;
    }

    public String json() {
        return json;
    }

    /**
     * What the members ask.
     *
     * @param reader reads it from the text; not called when it was read before
     */
    public KeptRules rules(Function<String, KeptRules> reader) {
        if (json.length() == 2) {
            return KeptRules.NONE;
        }
        KeptRules read = rules;
        if (read == null) {
            read = reader.apply(json);
            rules = read;
        }
        return read;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpaqueMembers members && members.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Without the members: some are secrets. */
    @Override
    public String toString() {
        return "OpaqueMembers[" + json.length() + " characters]";
    }
}
