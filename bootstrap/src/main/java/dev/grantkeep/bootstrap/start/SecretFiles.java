package dev.grantkeep.bootstrap.start;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are secret can be given as the name of a file that has them: {@code GRANTKEEP_OWNER_API_SECRET_FILE} in
 * the place of {@code GRANTKEEP_OWNER_API_SECRET}. So containers and service managers hand them over without showing them
 * in the environment of the process.
 */
public final class SecretFiles {
    /** Whatever may be one, or have one in it. */
    public static final List<String> SETTINGS = List.of(
            "grantkeep.owner.api-key",
            "grantkeep.owner.api-secret",
            "grantkeep.owner.access-token",
            "datasources.default.url",
            "datasources.default.username",
            "datasources.default.password",
            "mongodb.uri",
            "micronaut.server.ssl.key-store.password",
            "micronaut.server.ssl.key.password",
            "micronaut.server.ssl.trust-store.password");

    private static final String SUFFIX = "-file";
    private static final int MOST_BYTES = 65_536;

    /** What Grantkeep itself brings: defaults, which a file replaces. */
    private static final String DEFAULTS = "application";

    private SecretFiles() {}

    /**
     * Reads the files that are named and gives their settings what is in them, without the line's end.
     *
     * @throws StartupRefused if a file cannot be read, is empty or has more than a line, or if the setting is given beside
     */
    public static void read(Environment environment) {
        Map<String, Object> secrets = new HashMap<>();
        for (String setting : SETTINGS) {
            named(environment, setting)
                    .ifPresent(file -> secrets.put(setting, onlyFrom(new SecretFile(setting, file), environment)));
        }
        if (!secrets.isEmpty()) {
            environment.addPropertySource(PropertySource.of("secret files", secrets, Integer.MAX_VALUE));
        }
    }

    /** As an operator writes a setting in the environment. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Optional<String> named(Environment environment, String setting) {
        return environment.getProperty(setting + SUFFIX, String.class).filter(file -> !file.isBlank());
    }

    private static String onlyFrom(SecretFile file, Environment environment) {
        if (isGiven(environment, file.setting())) {
            throw file.refused("is given beside " + variable(file.setting()) + ": one of the two is enough");
        }
        return file.read();
    }

    private static boolean isGiven(Environment environment, String setting) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().startsWith(DEFAULTS))
                .anyMatch(source -> isText(source.get(setting)) || isText(source.get(variable(setting))));
    }

    private static boolean isText(@Nullable Object value) {
        return value != null && !value.toString().isEmpty();
    }

    /** The file that is to have what a setting is. */
    private record SecretFile(String setting, String file) {
        String read() {
            try (InputStream content = Files.newInputStream(Path.of(file))) {
                return line(content.readNBytes(MOST_BYTES + 1));
            } catch (CharacterCodingException e) {
                throw refused("is not text in UTF-8");
            } catch (IOException e) {
                throw refused("cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }

        private String line(byte[] content) throws CharacterCodingException {
            if (content.length > MOST_BYTES) {
                throw refused("has more than " + MOST_BYTES + " bytes");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .replaceFirst("\r?\n$", "");
            if (text.isBlank() || text.contains("\n")) {
                throw refused(text.isBlank() ? "is empty" : "has more than one line");
            }
            return text;
        }

        private StartupRefused refused(String why) {
            return new StartupRefused(variable(setting + SUFFIX) + ": the file " + file + " " + why + ".");
        }
    }
}
