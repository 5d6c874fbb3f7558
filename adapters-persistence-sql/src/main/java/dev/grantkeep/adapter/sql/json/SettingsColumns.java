package dev.grantkeep.adapter.sql.json;

import dev.grantkeep.application.document.FormerSettings;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.value.Members;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns that hold the settings of a service or a client.
 *
 * @param document JSON with the members of the API; absent where the release before wrote last
 * @param settings what that release models, JSON; it counts where there is no document, and is empty where it was not read
 * @param opaque what that release keeps unread, likewise
 */
public record SettingsColumns(@Nullable String document, String settings, String opaque) {
    /** All three, for a row that is written. */
    public static SettingsColumns of(Members members, FormerSettings form) {
        Map<String, Object> former = form.write(members);
        String opaque = String.valueOf(former.remove(FormerSettings.OPAQUE));
        return new SettingsColumns(JsonText.write(members.tree()), JsonText.write(former), opaque);
    }

    /** Those of a row, whose document counts only if it was written with the row's version. */
    public static SettingsColumns of(
            @Nullable String document, @Nullable Long documentVersion, long version, String settings, String opaque) {
        boolean counts = documentVersion != null && documentVersion == version;
        return counts ? new SettingsColumns(document, "", "") : new SettingsColumns(null, settings, opaque);
    }

    /** @param others members of the former form that have columns of their own */
    public Members read(FormerSettings form, Map<String, String> others) {
        if (document != null) {
            return Members.of(JsonText.read(document));
        }
        Map<String, Object> former = JsonText.read(settings);
        former.putAll(others);
        former.put(FormerSettings.OPAQUE, opaque);
        return form.read(former);
    }
}
