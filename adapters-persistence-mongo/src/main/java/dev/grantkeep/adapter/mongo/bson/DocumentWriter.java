package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.scope.ScopeSet;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Builds a document. What is absent has no field. */
public final class DocumentWriter {
    private final Document document = new Document();

    public DocumentWriter put(String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value);
        }
        return this;
    }

    /** As milliseconds. */
    public DocumentWriter put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : Date.from(value));
    }

    /** The names, space-joined, in order. */
    public DocumentWriter put(String name, @Nullable ScopeSet value) {
        return put(name, value == null ? null : value.toString());
    }

    /** By name. */
    public DocumentWriter put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    public Document document() {
        return document;
    }
}
