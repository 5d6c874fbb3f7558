package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.application.document.TokenTrees;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Trees of JDK values as documents. A flag that is false and a list that is empty have no field. */
public final class Trees {
    public static final String PROPERTIES = "properties";
    public static final String DETAILS = "details";

    private Trees() {}

    public static void write(Properties properties, TokenDetails details, DocumentWriter to) {
        to.put(PROPERTIES, properties.isEmpty() ? null : values(TokenTrees.of(properties)))
                .put(DETAILS, documentOrNull(TokenTrees.of(details)));
    }

    public static Properties properties(DocumentReader from) {
        return TokenTrees.properties(from.list(PROPERTIES, Document.class));
    }

    public static TokenDetails details(DocumentReader from) {
        return TokenTrees.details(from.tree(DETAILS));
    }

    public static Document document(Map<String, ?> tree) {
        Document document = new Document();
        tree.forEach((name, value) -> {
            if (!value.equals(false) && !(value instanceof Collection<?> items && items.isEmpty())) {
                document.append(name, value(value));
            }
        });
        return document;
    }

    private static @Nullable Document documentOrNull(Map<String, ?> tree) {
        return tree.isEmpty() ? null : document(tree);
    }

    private static List<Object> values(Collection<?> items) {
        return items.stream().map(Trees::value).toList();
    }

    @SuppressWarnings("unchecked")
    private static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> members -> document((Map<String, ?>) members);
            case Collection<?> items -> values(items);
            default -> value;
        };
    }
}
