package dev.grantkeep.adapter.cli.server;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.domain.value.Secret;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The access token that a command shows the server: that in the file of an option, else that of a variable, else that of
 * the owner which a server has left in its data directory. It is never an argument, which others could see.
 */
public final class Credentials {
    /** The access token of the owner or of a service. */
    public static final String TOKEN = "GRANTKEEP_ACCESS_TOKEN";

    public static final String OWNER_TOKEN = "GRANTKEEP_OWNER_ACCESS_TOKEN";
    public static final String OWNER_TOKEN_FILE = OWNER_TOKEN + "_FILE";
    public static final String DATA_DIRECTORY = "GRANTKEEP_DATA_DIRECTORY";

    private static final String OWNER_FILE = "owner.properties";
    private static final String MEMBER = "accessToken";
    private static final int LONGEST_FILE = 65_536;

    private Credentials() {}

    /**
     * The token.
     *
     * @param file has the token alone, or {@code accessToken=} and the token; {@code -} is the standard input; null is none
     * @param directory the data directory; null is that of the environment
     * @throws CommandFailed if there is no token, or a file cannot be read
     */
    public static Secret find(@Nullable String file, @Nullable Path directory, Surroundings around) {
        if (file != null) {
            return secret(token(text(file, around)), file);
        }
        Path kept = directory(directory, around).resolve(OWNER_FILE);
        Optional<String> given = directory == null
                ? around.variable(TOKEN).or(() -> around.variable(OWNER_TOKEN)).or(() -> ofServer(around))
                : Optional.empty();
        return given.map(token -> secret(token.strip(), "the environment")).orElseGet(() -> kept(kept));
    }

    /** The data directory that an option or the environment names. */
    public static Path directory(@Nullable Path option, Surroundings around) {
        return option == null ? Path.of(around.variable(DATA_DIRECTORY).orElse("./data")) : option;
    }

    /** Where a server here is given its secrets as files, as in a container. */
    private static Optional<String> ofServer(Surroundings around) {
        return around.variable(OWNER_TOKEN_FILE).map(Path::of).map(Credentials::read);
    }

    private static Secret kept(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed(
                    ExitCode.CREDENTIALS,
                    "There are no credentials: set " + OWNER_TOKEN + " or " + TOKEN
                            + ", or name a file with --credentials, or with --data-directory where the server keeps "
                            + OWNER_FILE + ".");
        }
        return secret(token(read(file)), file.toString());
    }

    private static String text(String file, Surroundings around) {
        if (!file.equals("-")) {
            return read(Path.of(file));
        }
        try {
            return new String(around.in().readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.FILE, "The credentials cannot be read from the standard input.", e);
        }
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new CommandFailed(ExitCode.FILE, file + " is too large for a file of credentials.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.FILE, "The credentials cannot be read from " + file + ".", e);
        }
    }

    private static String token(String text) {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(text)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return text.strip();
        }
        return properties.getProperty(MEMBER, text).strip();
    }

    private static Secret secret(String token, String from) {
        boolean isPlain = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!Secret.isValid(token) || !isPlain) {
            throw new CommandFailed(ExitCode.CREDENTIALS, "There is no access token in " + from + ".");
        }
        return new Secret(token);
    }
}
