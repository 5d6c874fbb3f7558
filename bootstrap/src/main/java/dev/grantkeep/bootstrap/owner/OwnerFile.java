package dev.grantkeep.bootstrap.owner;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.bootstrap.start.DataDirectory;
import dev.grantkeep.bootstrap.start.StartupRefused;
import dev.grantkeep.domain.value.Secret;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The file, readable by its owner only, that keeps generated credentials. */
final class OwnerFile {
    private static final String NAME = "owner.properties";
    private static final String API_KEY = "apiKey";
    private static final String API_SECRET = "apiSecret";
    private static final String ACCESS_TOKEN = "accessToken";

    private final DataDirectory directory;

    OwnerFile(DataDirectory directory) {
        this.directory = directory;
    }

    Path path() {
        return directory.file(NAME);
    }

    Optional<OwnerCredentials> read() {
        if (!Files.exists(path())) {
            return Optional.empty();
        }
        directory.keepSecret(NAME);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path())) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(e);
        }
        return Optional.of(new OwnerCredentials(
                required(properties, API_KEY),
                new Secret(required(properties, API_SECRET)),
                new Secret(required(properties, ACCESS_TOKEN))));
    }

    void write(OwnerCredentials credentials) {
        directory.writeSecret(
                NAME,
                "# The owner's credentials, generated at the first start. Whoever has them can do everything.\n"
                        + line(API_KEY, credentials.apiKey())
                        + line(API_SECRET, credentials.apiSecret().value())
                        + line(ACCESS_TOKEN, credentials.accessToken().value()));
    }

    private static String line(String name, String value) {
        return name + "=" + value + "\n";
    }

    private String required(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw unusable(null);
        }
        return value;
    }

    private StartupRefused unusable(@Nullable Exception cause) {
        return new StartupRefused(
                "The owner's credentials cannot be read from " + path()
                        + ": repair or remove the file, or set GRANTKEEP_OWNER_API_KEY, GRANTKEEP_OWNER_API_SECRET and"
                        + " GRANTKEEP_OWNER_ACCESS_TOKEN.",
                cause);
    }
}
