package dev.grantkeep.bootstrap.start;

import com.mongodb.ConnectionString;
import io.micronaut.context.env.Environment;

/** The connection string of MongoDB. It may hold a password, so it is never shown. */
public final class MongoUri {
    private static final String PROPERTY = "mongodb.uri";

    private MongoUri() {}

    /**
     * @throws StartupRefused if it is none
     */
    public static void requireValid(Environment environment) {
        String uri = environment.getProperty(PROPERTY, String.class).orElse("");
        if (!isValid(uri)) {
            throw new StartupRefused(
                    "MONGODB_URI is not a connection string: it starts with mongodb:// or mongodb+srv://, and has no"
                            + " unknown or wrong options.");
        }
    }

    private static boolean isValid(String uri) {
        try {
            return !new ConnectionString(uri).getHosts().isEmpty();
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
