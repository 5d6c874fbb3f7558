package dev.grantkeep.domain.value;

import java.util.Objects;

/** A key and its value, both text, as services, clients and scopes carry them. */
public record Attribute(String key, String value) {
    public Attribute {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
    }
}
