package dev.grantkeep.adapter.sql.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.common.OpaqueMembers;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The settings of clients, each parsed once as long as there is room: a page of a list shows many clients, and most are
 * shown again. They are kept under the very texts that they were parsed from, so they cannot go stale.
 */
@Singleton
final class ParsedSettings {
    /** Characters of all the texts together. */
    private static final int ROOM = 1 << 20;

    private final Json json;
    private final Cache<Texts, ClientSettings> parsed =
            Caffeine.newBuilder().maximumWeight(ROOM).weigher(Texts::weigh).build();

    ParsedSettings(Json json) {
        this.json = json;
    }

    /** The columns that settings are parsed from. */
    private record Texts(
            String settings,
            @Nullable String developer,
            @Nullable String alias,
            String opaque) {
        static int weigh(Texts texts, ClientSettings settings) {
            return texts.settings().length() + texts.opaque().length();
        }
    }

    ClientSettings of(ClientRow row) {
        return parsed.get(new Texts(row.settings(), row.developer(), row.alias(), row.opaque()), this::parse);
    }

    private ClientSettings parse(Texts texts) {
        return json.read(texts.settings(), ClientDocument.class)
                .toSettings(texts.developer(), texts.alias(), new OpaqueMembers(texts.opaque()));
    }
}
