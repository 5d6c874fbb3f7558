package dev.grantkeep.adapter.sql.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.adapter.sql.json.SettingsColumns;
import dev.grantkeep.application.document.ClientMembers;
import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.domain.client.ClientSettings;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of clients, each parsed once as long as there is room: a page of a list shows many clients, and most are
 * shown again. They are kept under the very texts that they were parsed from, so they cannot go stale.
 */
@Singleton
final class ParsedSettings {
    /** Characters of all the texts together. */
    private static final int ROOM = 1 << 20;

    private final Cache<Texts, ClientSettings> parsed =
            Caffeine.newBuilder().maximumWeight(ROOM).weigher(Texts::weigh).build();

    /** The columns that settings are parsed from. */
    private record Texts(
            SettingsColumns columns,
            @Nullable String developer,
            @Nullable String alias) {
        static int weigh(Texts texts, ClientSettings settings) {
            SettingsColumns columns = texts.columns();
            return (columns.document() == null ? 0 : columns.document().length())
                    + columns.settings().length()
                    + columns.opaque().length();
        }

        ClientSettings parse() {
            Map<String, String> others = new HashMap<>();
            if (developer != null) {
                others.put("developer", developer);
            }
            if (alias != null) {
                others.put("alias", alias);
            }
            return ClientMembers.settings(columns.read(FormerSettings.OF_CLIENT, others));
        }
    }

    ClientSettings of(ClientRow row) {
        SettingsColumns columns =
                SettingsColumns.of(row.document(), row.documentVersion(), row.version(), row.settings(), row.opaque());
        return parsed.get(new Texts(columns, row.developer(), row.alias()), Texts::parse);
    }
}
