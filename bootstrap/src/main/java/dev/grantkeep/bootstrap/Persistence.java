package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.env.Environment;
import java.util.Arrays;
import java.util.Locale;

/** Where the data is kept. It names the environment whose configuration and beans are used; no other store exists. */
enum Persistence {
    SQL,
    MONGO;

    static final String PROPERTY = "grantkeep.persistence";

    /** The one that is configured. */
    static Persistence of(Environment environment) {
        return named(environment.getRequiredProperty(PROPERTY, String.class));
    }

    /**
     * The one of this name.
     *
     * @throws StartupRefused if there is none
     */
    static Persistence named(String name) {
        return Arrays.stream(values())
                .filter(persistence -> persistence.environment().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartupRefused("GRANTKEEP_PERSISTENCE is sql or mongo, not '" + name + "'."));
    }

    String environment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
