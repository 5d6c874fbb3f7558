package dev.grantkeep.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.TestSettings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @BeforeEach
    void assumePermissions() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    }

    @Test
    void whatIsMadeIsForItsOwnerOnly() throws IOException {
        start();

        assertThat(permissions(directory())).isEqualTo("rwx------");
        assertThat(permissions(file("grantkeep.mv.db"))).isEqualTo("rw-------");
        assertThat(permissions(file("owner.properties"))).isEqualTo("rw-------");
    }

    @Test
    void whatIsThereIsTakenFromOthers() throws IOException {
        start();
        allow(directory(), "rwxr-xr-x");
        allow(file("grantkeep.mv.db"), "rw-r--r--");
        allow(file("owner.properties"), "rw-r--r--");

        whatIsMadeIsForItsOwnerOnly();
    }

    @Test
    void aDirectoryOfEverybodyIsLeftToThem() throws IOException {
        Files.createDirectory(directory());
        allow(directory(), "rwxrwxrwx");
        Files.setAttribute(directory(), "unix:mode", 0x200 | 0x1ff);

        start();

        assertThat(permissions(directory())).isEqualTo("rwxrwxrwx");
        assertThat(permissions(file("grantkeep.mv.db"))).isEqualTo("rw-------");
    }

    private void start() {
        Grantkeep.start(settings()).close();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = TestSettings.in(directory());
        settings.keySet().removeIf(name -> name.startsWith("grantkeep.owner."));
        return settings;
    }

    private Path directory() {
        return parent.resolve("data");
    }

    private Path file(String name) {
        return directory().resolve(name);
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
