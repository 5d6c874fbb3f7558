package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.common.Attribute;
import dev.grantkeep.domain.common.Attributes;
import java.util.List;
import org.bson.Document;

/** Attributes as {@code [{key, value}]}. */
public final class AttributeDocuments {
    private static final String KEY = "key";
    private static final String VALUE = "value";

    private AttributeDocuments() {}

    public static List<Document> write(Attributes attributes) {
        return attributes.list().stream()
                .map(attribute -> new Document(KEY, attribute.key()).append(VALUE, attribute.value()))
                .toList();
    }

    public static Attributes read(DocumentReader from, String name) {
        return new Attributes(from.list(name, part -> new Attribute(part.text(KEY), part.text(VALUE))));
    }
}
