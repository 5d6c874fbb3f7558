package dev.grantkeep.adapter.sql.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.domain.common.Attribute;
import dev.grantkeep.domain.common.Attributes;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A free attribute. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributeDocument(String key, String value) {
    public static List<AttributeDocument> of(Attributes attributes) {
        return attributes.list().stream()
                .map(attribute -> new AttributeDocument(attribute.key(), attribute.value()))
                .toList();
    }

    public static Attributes toAttributes(List<AttributeDocument> documents) {
        return new Attributes(documents.stream()
                .map(document -> new Attribute(document.key, document.value))
                .toList());
    }
}
