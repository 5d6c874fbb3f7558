package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The JSON Schemas that a service gives of types of authorization details (RFC 9396 section 5): attributes of the service.
 *
 * @param texts the texts of the schemas by type, unread
 */
public record DetailSchemaPolicy(Map<String, String> texts) {
    /** What the key of such a service attribute begins with; the type follows, and the value is the schema's text. */
    public static final String PREFIX = "grantkeep.authorization_details.schema.";

    public DetailSchemaPolicy {
        texts = Map.copyOf(texts);
    }

    /** Of a key that stands twice the first counts. */
    static DetailSchemaPolicy of(Attributes attributes) {
        return new DetailSchemaPolicy(attributes.list().stream()
                .filter(attribute -> attribute.key().startsWith(PREFIX))
                .collect(Collectors.toMap(
                        attribute -> attribute.key().substring(PREFIX.length()),
                        Attribute::value,
                        (first, second) -> first)));
    }

    /** The schema of a type; empty if what its details hold is not checked. */
    public Optional<String> of(String type) {
        return Optional.ofNullable(texts.get(type));
    }

    /** The types, without the schemas. */
    @Override
    public String toString() {
        return "DetailSchemaPolicy" + texts.keySet();
    }
}
