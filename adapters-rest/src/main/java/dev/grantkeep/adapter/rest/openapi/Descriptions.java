package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.application.document.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The descriptions of the API as JSON (OpenAPI 3.1). Each is made when it is asked for first, and kept. */
public final class Descriptions {
    private static final Map<Dialect, byte[]> MADE = new EnumMap<>(Dialect.class);

    private Descriptions() {}

    /** The description of a dialect. It is the same for all callers and holds no secrets. */
    public static String json(Dialect dialect) {
        return new String(bytes(dialect), StandardCharsets.UTF_8);
    }

    static synchronized byte[] bytes(Dialect dialect) {
        return MADE.computeIfAbsent(
                dialect, one -> JsonText.write(Document.of(one)).getBytes(StandardCharsets.UTF_8));
    }
}
