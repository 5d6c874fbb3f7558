package dev.grantkeep.adapter.rest.scope;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.TaggedText;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A scope with its attributes as the API shows it. */
public final class ScopeJson {
    private ScopeJson() {}

    public static Scope read(Params from) {
        String name = from.requiredText("name");
        return new Scope(
                Params.checked("name", () -> new ScopeName(name)),
                from.flag("defaultEntry"),
                from.text("description"),
                descriptions(from.objects("descriptions")),
                AttributesJson.read(from, "attributes"));
    }

    public static JsonNode write(Scope scope) {
        return new Members()
                .text("name", scope.name().value())
                .flag("defaultEntry", scope.defaultEntry())
                .text("description", scope.description())
                .nodes("descriptions", descriptionNodes(scope.descriptions()))
                .nodes("attributes", AttributesJson.write(scope.attributes()))
                .build();
    }

    private static List<TaggedText> descriptions(@Nullable List<Params> from) {
        return from == null ? List.of() : from.stream().map(ScopeJson::tagged).toList();
    }

    private static TaggedText tagged(Params from) {
        return new TaggedText(text(from, "tag"), text(from, "value"));
    }

    private static String text(Params from, String name) {
        return Objects.requireNonNullElse(from.text(name), "");
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
