package dev.grantkeep.bootstrap.start;

import io.micronaut.context.env.Environment;
import java.util.Optional;

/** The JDBC URL of the database. It may hold a password, so it is never shown as a whole. */
public final class DatabaseUrl {
    private static final String PROPERTY = "datasources.default.url";

    private DatabaseUrl() {}

    /**
     * @throws StartupRefused if no driver is there for it
     */
    public static void requireKnown(Environment environment) {
        String url = environment.getProperty(PROPERTY, String.class).orElse("");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new StartupRefused("DATASOURCES_DEFAULT_URL starts with jdbc:postgresql: or jdbc:h2:.");
        }
    }

    /**
     * @throws StartupRefused if backups are wanted of a database that has its own ways for them
     */
    public static void requireEmbeddedForBackups(Environment environment) {
        boolean isEmbedded = environment
                .getProperty(PROPERTY, String.class)
                .filter(url -> url.startsWith("jdbc:h2:"))
                .isPresent();
        if (!isEmbedded && environment.containsProperty("grantkeep.backup.directory")) {
            throw new StartupRefused(
                    "GRANTKEEP_BACKUP_DIRECTORY is for the embedded database; others have their own tools for backups.");
        }
    }

    /** The name of the embedded database's file if that is in the directory. */
    static Optional<String> fileIn(String directory, Environment environment) {
        String prefix = "jdbc:h2:file:" + directory + "/";
        return environment
                .getProperty(PROPERTY, String.class)
                .filter(url -> url.startsWith(prefix))
                .map(url -> url.substring(prefix.length()).replaceFirst(";.*", "") + ".mv.db");
    }
}
