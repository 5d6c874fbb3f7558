package dev.grantkeep.domain.common;

import java.util.Objects;

/**
 * The members of a service or client that Grantkeep does not model, as one JSON object in text. They are kept and given
 * back unchanged; no rule ever reads them.
 */
public record OpaqueMembers(String json) {
    public static final OpaqueMembers NONE = new OpaqueMembers("{}");

    public OpaqueMembers {
        Objects.requireNonNull(json, "json");
        if (!json.startsWith("{")) {
            throw new IllegalArgumentException("opaque members are one JSON object");
        }
    }

    /** Nobody knows what is in it; keys may be. */
    @Override
    public String toString() {
        return "OpaqueMembers[" + json.length() + " characters]";
    }
}
