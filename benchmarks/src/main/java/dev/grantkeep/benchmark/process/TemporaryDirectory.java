package dev.grantkeep.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory for one run, on a real disk: {@code /tmp} is often memory, and then a commit would cost nothing. It goes
 * with the run.
 */
public final class TemporaryDirectory implements AutoCloseable {
    private static final Path ON_DISK = Path.of("/var/tmp");

    private final Path path;

    public TemporaryDirectory() {
        try {
            path = Files.createTempDirectory(
                    Files.isWritable(ON_DISK) ? ON_DISK : Path.of(System.getProperty("java.io.tmpdir")),
                    "grantkeep-benchmarks-");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
