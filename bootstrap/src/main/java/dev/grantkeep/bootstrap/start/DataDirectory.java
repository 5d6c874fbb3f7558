package dev.grantkeep.bootstrap.start;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Grantkeep keeps what must outlive it. Only the user who runs it can look inside. */
@Singleton
public final class DataDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String PROPERTY = "grantkeep.data-directory";

    /** File systems of a container's own layer, and in memory. */
    private static final Set<String> THROWN_AWAY = Set.of("overlay", "aufs", "tmpfs", "ramfs");

    private final Path path;

    /**
     * @param path absolute or beginning with {@code ./} or {@code ../}, because the embedded database takes another one
     *     for something else, or not at all
     * @throws StartupRefused if it is not
     */
    public DataDirectory(@Value("${" + PROPERTY + "}") String path) {
        this.path = Path.of(path);
        if (!this.path.isAbsolute() && !path.startsWith("./") && !path.startsWith("../")) {
            throw new StartupRefused("GRANTKEEP_DATA_DIRECTORY is absolute or begins with ./, not '" + path + "'.");
        }
    }

    /** Makes the directory if the embedded database will be in it; the database itself would let others look inside. */
    public static void prepareForDatabase(Environment environment) {
        String directory = environment.getRequiredProperty(PROPERTY, String.class);
        DatabaseUrl.fileIn(directory, environment).ifPresent(file -> new DataDirectory(directory).prepare(file));
    }

    /** The database makes the rest of a file that is empty, and leaves its permissions. */
    private void prepare(String database) {
        create();
        Path file = file(database);
        try {
            if (Files.notExists(file)) {
                Files.createFile(file, OwnerOnly.FILE.attributes());
            }
            OwnerOnly.FILE.tighten(file);
            warnIfThrownAway();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void warnIfThrownAway() {
        String kind = kindOfFileSystem();
        if (THROWN_AWAY.contains(kind)) {
            LOG.warn(
                    "What is stored in {} ends with the container or the machine's next start, as it is on {}:"
                            + " put a volume there, or use another database",
                    path,
                    kind);
        }
    }

    /** Empty where that cannot be told, as in a root directory of one's own. */
    private String kindOfFileSystem() {
        try {
            return Files.getFileStore(path).type();
        } catch (IOException e) {
            return "";
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Makes the directory if there is none, and keeps others out of it. */
    public void create() {
        try {
            Files.createDirectories(path, OwnerOnly.DIRECTORY.attributes());
            OwnerOnly.DIRECTORY.tighten(path);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Keeps others away from a file that is there. */
    public void keepSecret(String name) {
        create();
        try {
            OwnerOnly.FILE.tighten(file(name));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Writes a file that only its owner can read; it is there as a whole or not at all. */
    public void writeSecret(String name, String text) {
        create();
        Path unfinished = file(name + ".new");
        try {
            Files.deleteIfExists(unfinished);
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    OwnerOnly.FILE.attributes())) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private StartupRefused refused(IOException e) {
        return new StartupRefused(
                "Nothing can be written to the data directory " + path + " (" + e
                        + "); GRANTKEEP_DATA_DIRECTORY chooses another.",
                e);
    }
}
