package dev.grantkeep.adapter.sql.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.domain.token.Property;
import io.micronaut.serde.annotation.Serdeable;

/** A property of a token or code. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record PropertyDocument(String key, String value, boolean hidden) {
    static PropertyDocument of(Property property) {
        return new PropertyDocument(property.key(), property.value(), property.hidden());
    }

    Property toProperty() {
        return new Property(key, value, hidden);
    }
}
