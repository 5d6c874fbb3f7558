package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.domain.authorization.CodeChallenge;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A code challenge as {@code {method, value}}. */
final class ChallengeDocuments {
    private static final String METHOD = "method";
    private static final String VALUE = "value";

    private ChallengeDocuments() {}

    static @Nullable Document write(@Nullable CodeChallenge challenge) {
        return challenge == null
                ? null
                : new DocumentWriter()
                        .put(METHOD, challenge.method())
                        .put(VALUE, challenge.value())
                        .document();
    }

    static @Nullable CodeChallenge read(DocumentReader from, String name) {
        @Nullable DocumentReader part = from.partOrNull(name);
        return part == null
                ? null
                : new CodeChallenge(part.enumOf(METHOD, CodeChallenge.Method.class), part.text(VALUE));
    }
}
