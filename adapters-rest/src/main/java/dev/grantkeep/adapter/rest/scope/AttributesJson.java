package dev.grantkeep.adapter.rest.scope;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes as the API's pairs: {@code [{"key":…,"value":…}]}. */
public final class AttributesJson {
    private AttributesJson() {}

    /** Null if there are none. */
    public static @Nullable List<JsonNode> write(Attributes attributes) {
        return attributes.list().isEmpty()
                ? null
                : attributes.list().stream().map(AttributesJson::pair).toList();
    }

    private static JsonNode pair(Attribute attribute) {
        return new Members()
                .text("key", attribute.key())
                .text("value", attribute.value())
                .build();
    }
}
