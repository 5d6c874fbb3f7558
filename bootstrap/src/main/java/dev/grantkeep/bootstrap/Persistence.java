package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.start.StartupRefused;

/** Where the data is kept. It names the environment whose configuration and beans are used. */
enum Persistence {
    SQL;

    static final String PROPERTY = "grantkeep.persistence";

    /**
     * The one of this name.
     *
     * @throws StartupRefused if there is none
     */
    static Persistence named(String name) {
        return switch (name) {
            case "sql" -> SQL;
            case "mongo" -> throw new StartupRefused("GRANTKEEP_PERSISTENCE=mongo comes later; this version has sql.");
            default ->
                throw new StartupRefused("GRANTKEEP_PERSISTENCE is sql (mongo comes later), not '" + name + "'.");
        };
    }

    String environment() {
        return "sql";
    }
}
