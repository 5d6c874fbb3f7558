package dev.grantkeep.adapter.mongo.service;

import dev.grantkeep.adapter.mongo.bson.AttributeDocuments;
import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.TaggedText;
import java.util.List;
import org.bson.Document;

/** The scopes of a service as {@code [{name, default, description, descriptions, attributes}]}. */
final class ScopeDocuments {
    private static final String NAME = "name";
    private static final String DEFAULT = "default";
    private static final String DESCRIPTION = "description";
    private static final String DESCRIPTIONS = "descriptions";
    private static final String ATTRIBUTES = "attributes";
    private static final String TAG = "tag";
    private static final String VALUE = "value";

    private ScopeDocuments() {}

    static List<Document> write(ScopeCatalog scopes) {
        return scopes.scopes().stream().map(ScopeDocuments::write).toList();
    }

    static ScopeCatalog read(DocumentReader from, String name) {
        return new ScopeCatalog(from.list(name, ScopeDocuments::read));
    }

    private static Document write(Scope scope) {
        return new DocumentWriter()
                .put(NAME, scope.name().value())
                .putFlag(DEFAULT, scope.defaultEntry())
                .put(DESCRIPTION, scope.description())
                .putList(
                        DESCRIPTIONS,
                        scope.descriptions().stream()
                                .map(text -> new Document(TAG, text.tag()).append(VALUE, text.value()))
                                .toList())
                .putList(ATTRIBUTES, AttributeDocuments.write(scope.attributes()))
                .document();
    }

    private static Scope read(DocumentReader from) {
        return new Scope(
                new ScopeName(from.text(NAME)),
                from.flag(DEFAULT),
                from.textOrNull(DESCRIPTION),
                from.list(DESCRIPTIONS, text -> new TaggedText(text.text(TAG), text.text(VALUE))),
                AttributeDocuments.read(from, ATTRIBUTES));
    }
}
