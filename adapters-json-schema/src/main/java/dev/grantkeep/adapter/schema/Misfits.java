package dev.grantkeep.adapter.schema;

import dev.harrel.jsonschema.Error;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what does not fit in one line. Values are not told: they may be what only the client should see. */
final class Misfits {
    private static final int MAX_PLACE = 60;
    private static final int MAX_WORDS = 80;

    /** The keywords of which the library tells names and types alone. */
    private static final Set<String> TOLD_BY_THE_LIBRARY = Set.of("required", "type");

    private Misfits() {}

    static String told(List<Error> errors) {
        return errors.isEmpty() ? "it does not fit" : told(errors.getFirst());
    }

    private static String told(Error error) {
        String place = error.getInstanceLocation();
        return (place.isEmpty() ? "it" : "'" + cut(place, MAX_PLACE) + "'") + " " + words(error);
    }

    private static String words(Error error) {
        @Nullable String keyword = error.getKeyword();
        if (keyword == null) {
            return "is not allowed";
        }
        return "does not fit '" + keyword + "'"
                + (TOLD_BY_THE_LIBRARY.contains(keyword) ? ": " + cut(error.getError(), MAX_WORDS) : "");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "...";
    }
}
