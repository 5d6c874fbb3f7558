package dev.grantkeep.adapter.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeySet;
import jakarta.inject.Singleton;

/**
 * The sets that were read lately, by their texts: settings that did not change have the same text, and other settings
 * have another one, so nothing has to be forgotten.
 */
@Singleton
final class ReadSets {
    /** The share of the memory that they may take. */
    private static final int SHARE = 32;

    /** Bytes for each character of a set: the text, what is read of it, and what is made of its keys. */
    private static final int BYTES_FOR_CHARACTER = 16;

    private static final int BYTES_FOR_SET = 1_024;

    private final Cache<String, ReadSet> kept;

    ReadSets() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    ReadSets(long maxBytes) {
        kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<String, ReadSet>weigher((text, set) -> weight(text))
                .build();
    }

    private static int weight(String text) {
        return BYTES_FOR_SET + BYTES_FOR_CHARACTER * Math.min(text.length(), Integer.MAX_VALUE / 32);
    }

    ReadSet get(String text) {
        ReadSet known = kept.getIfPresent(text);
        return known == null ? kept.get(text, ReadSet::of) : known;
    }

    NimbusKey key(KeySet set, Jwk described) {
        return get(set.text()).key(described);
    }
}
