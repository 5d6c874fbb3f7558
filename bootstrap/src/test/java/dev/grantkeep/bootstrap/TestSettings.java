package dev.grantkeep.bootstrap;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings for a Grantkeep that disturbs nobody: a free port, and all it keeps in one directory. */
public final class TestSettings {
    private TestSettings() {}

    public static Map<String, Object> in(Path directory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.data-directory", directory.toString());
        settings.put("grantkeep.owner.api-key", "owner");
        settings.put("grantkeep.owner.api-secret", "owner-secret");
        settings.put("grantkeep.owner.access-token", "owner-token");
        settings.put("grantkeep.sweeper.enabled", "false");
        return settings;
    }

    public static Map<String, Object> in(Path directory, String property, Object value) {
        Map<String, Object> settings = in(directory);
        settings.put(property, value);
        return settings;
    }
}
