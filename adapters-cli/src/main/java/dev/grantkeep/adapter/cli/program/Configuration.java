package dev.grantkeep.adapter.cli.program;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what a server would start here.
 *
 * @param unknown variables that look like settings and are none, each with the setting that it may be meant for, or nothing
 * @param refusal why it would not start; null if it would
 */
public record Configuration(
        List<Setting> settings,
        Map<String, String> unknown,
        @Nullable String refusal) {
    public Configuration {
        settings = List.copyOf(settings);
        unknown = Map.copyOf(unknown);
    }
}
