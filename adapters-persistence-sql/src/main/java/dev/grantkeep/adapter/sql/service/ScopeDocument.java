package dev.grantkeep.adapter.sql.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.adapter.sql.json.AttributeDocument;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.TaggedText;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scope that a service supports. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScopeDocument(
        String name,
        boolean defaultEntry,
        @Nullable String description,
        List<TextDocument> descriptions,
        List<AttributeDocument> attributes) {
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TextDocument(String tag, String value) {}

    static ScopeDocument of(Scope scope) {
        return new ScopeDocument(
                scope.name().value(),
                scope.defaultEntry(),
                scope.description(),
                scope.descriptions().stream()
                        .map(text -> new TextDocument(text.tag(), text.value()))
                        .toList(),
                AttributeDocument.of(scope.attributes()));
    }

    Scope toScope() {
        return new Scope(
                new ScopeName(name),
                defaultEntry,
                description,
                descriptions.stream()
                        .map(text -> new TaggedText(text.tag(), text.value()))
                        .toList(),
                AttributeDocument.toAttributes(attributes));
    }
}
