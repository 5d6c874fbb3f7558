package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.client.MongoCollection;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads windows of lists. */
public final class Pages {
    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private Pages() {}

    public static <T> Page<T> read(
            MongoCollection<Document> documents, Bson filter, Bson sort, Window window, Function<Document, T> read) {
        int total = Math.toIntExact(documents.countDocuments(filter));
        return new Page<>(items(documents, filter, sort, window, read), total);
    }

    /** A window of a list that is here as a whole. */
    public static <T> Page<T> of(List<T> all, Window window) {
        int from = Math.min(window.start(), all.size());
        return new Page<>(all.subList(from, Math.min(window.end(), all.size())), all.size());
    }

    /** To MongoDB a limit of 0 is none. */
    private static <T> List<T> items(
            MongoCollection<Document> documents, Bson filter, Bson sort, Window window, Function<Document, T> read) {
        return window.size() == 0
                ? List.of()
                : documents
                        .find(filter)
                        .sort(sort)
                        .skip(window.start())
                        .limit(window.size())
                        .into(new ArrayList<>())
                        .stream()
                        .flatMap(document -> readable(document, read))
                        .toList();
    }

    /** Each by itself: a document that cannot be read spoils no list. */
    private static <T> Stream<T> readable(Document document, Function<Document, T> read) {
        try {
            return Stream.of(read.apply(document));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException damaged) {
            LOG.error("The document {} cannot be read and is left out of a list", document.get("_id"));
            return Stream.empty();
        }
    }
}
