package dev.grantkeep.adapter.rest.scope;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.common.Attribute;
import dev.grantkeep.domain.common.Attributes;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attributes as the API's pairs: {@code [{"key":…,"value":…}]}. */
public final class AttributesJson {
    private AttributesJson() {}

    /** The pairs of a member; none if it is absent. */
    public static Attributes read(Params from, String name) {
        List<Params> pairs = from.objects(name);
        return pairs == null
                ? Attributes.NONE
                : new Attributes(pairs.stream().map(AttributesJson::pair).toList());
    }

    /** Null if there are none. */
    public static @Nullable List<JsonNode> write(Attributes attributes) {
        return attributes.list().isEmpty()
                ? null
                : attributes.list().stream().map(AttributesJson::pair).toList();
    }

    private static Attribute pair(Params pair) {
        return new Attribute(pair.requiredText("key"), Objects.requireNonNullElse(pair.text("value"), ""));
    }

    private static JsonNode pair(Attribute attribute) {
        return new Members()
                .text("key", attribute.key())
                .text("value", attribute.value())
                .build();
    }
}
