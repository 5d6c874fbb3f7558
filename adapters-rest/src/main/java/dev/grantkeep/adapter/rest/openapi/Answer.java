package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.oauth.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no error.
 *
 * @param component the name of its schema in the document; null is no body
 * @param fields the members of the schema; empty if it is declared elsewhere
 */
record Answer(int status, String mediaType, @Nullable String component, List<Field> fields, String description) {
    static final String JSON = "application/json";

    Answer {
        fields = List.copyOf(fields);
    }

    /** An answer with an action, which says what the authorization server is to do. */
    static Answer actions(String type, List<Action> actions, Stream<Field> more) {
        Field action = Field.of(
                        "action",
                        Schema.oneOf(
                                "What the authorization server is to do.",
                                actions.stream().map(Enum::name).toList()))
                .always();
        return enveloped(type, Stream.concat(Stream.of(action), more));
    }

    static Answer actions(String type, List<Action> actions, Field... more) {
        return actions(type, actions, Arrays.stream(more));
    }

    /** An answer with a result code, which is a {@code type} in 2.x. */
    static Answer enveloped(String type, Stream<Field> more) {
        return listing(type, Stream.concat(Stream.of(Fields.RESULT_CODE, Fields.RESULT_MESSAGE), more));
    }

    static Answer enveloped(String type, Field... more) {
        return enveloped(type, Arrays.stream(more));
    }

    /** An answer without a result code. */
    static Answer listing(String type, Stream<Field> more) {
        List<Field> fields = new ArrayList<>(List.of(Fields.type(type)));
        more.forEach(fields::add);
        return new Answer(200, JSON, component(type), fields, "The answer.");
    }

    static Answer listing(String type, Field... more) {
        return listing(type, Arrays.stream(more));
    }

    /** What is declared elsewhere. */
    static Answer entity(String component) {
        return new Answer(200, JSON, component, List.of(), "The answer.");
    }

    /** The result code alone. */
    static Answer result() {
        return new Answer(200, JSON, "Result", List.of(Fields.RESULT_CODE, Fields.RESULT_MESSAGE), "It was done.");
    }

    static Answer nothing(String description) {
        return new Answer(204, JSON, null, List.of(), description);
    }

    static Answer plain(String component, String description) {
        return new Answer(200, "text/plain", component, List.of(), description);
    }

    boolean has(Field field) {
        return fields.contains(field);
    }

    private static String component(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
