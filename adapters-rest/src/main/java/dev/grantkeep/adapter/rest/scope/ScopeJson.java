package dev.grantkeep.adapter.rest.scope;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.TaggedText;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scope with its attributes as the API shows it. */
public final class ScopeJson {
    private ScopeJson() {}

    public static JsonNode write(Scope scope) {
        return new Members()
                .text("name", scope.name().value())
                .flag("defaultEntry", scope.defaultEntry())
                .text("description", scope.description())
                .nodes("descriptions", descriptionNodes(scope.descriptions()))
                .nodes("attributes", AttributesJson.write(scope.attributes()))
                .build();
    }

    private static @Nullable List<JsonNode> descriptionNodes(List<TaggedText> descriptions) {
        return descriptions.isEmpty()
                ? null
                : descriptions.stream()
                        .map(text -> new Members()
                                .text("tag", text.tag())
                                .text("value", text.value())
                                .build())
                        .toList();
    }
}
