package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import java.util.List;
import org.bson.Document;

/** The properties of a token as {@code [{key, value, hidden}]}. */
public final class PropertyDocuments {
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final String HIDDEN = "hidden";

    private PropertyDocuments() {}

    public static List<Document> write(Properties properties) {
        return properties.list().stream().map(PropertyDocuments::write).toList();
    }

    public static Properties read(DocumentReader from, String name) {
        return new Properties(
                from.list(name, part -> new Property(part.text(KEY), part.text(VALUE), part.flag(HIDDEN))));
    }

    private static Document write(Property property) {
        return new DocumentWriter()
                .put(KEY, property.key())
                .put(VALUE, property.value())
                .putFlag(HIDDEN, property.hidden())
                .document();
    }
}
