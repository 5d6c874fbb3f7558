package dev.grantkeep.bootstrap.start;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import io.micronaut.context.env.Environment;
import org.jspecify.annotations.Nullable;

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
                            + " unknown or wrong options, which w=0 is too: writes have to be acknowledged.");
        }
    }

    private static boolean isValid(String uri) {
        try {
            ConnectionString valid = new ConnectionString(uri);
            @Nullable WriteConcern writes = valid.getWriteConcern();
            return !valid.getHosts().isEmpty() && (writes == null || writes.isAcknowledged());
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
