package dev.grantkeep.adapter.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.application.port.out.schema.DetailSchemas;
import jakarta.inject.Singleton;

/**
 * The schemas that were read lately, by their texts: settings that did not change have the same text, and other settings
 * have another one, so nothing has to be forgotten.
 */
@Singleton
final class ReadSchemas {
    /** The share of the memory that they may take. */
    private static final int SHARE = 64;

    /** Bytes for each character of a schema: the text, its tree, and what is made of it. */
    private static final int BYTES_FOR_CHARACTER = 64;

    private static final int BYTES_FOR_SCHEMA = 8_192;

    private final Cache<String, ReadSchema> kept = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
            .<String, ReadSchema>weigher((text, schema) -> BYTES_FOR_SCHEMA + BYTES_FOR_CHARACTER * text.length())
            .build();

    ReadSchema get(String text) {
        if (text.length() > DetailSchemas.MAX_LENGTH) {
            return new ReadSchema.Unusable("has more than " + DetailSchemas.MAX_LENGTH + " characters");
        }
        ReadSchema known = kept.getIfPresent(text);
        return known == null ? kept.get(text, ReadSchema::of) : known;
    }
}
