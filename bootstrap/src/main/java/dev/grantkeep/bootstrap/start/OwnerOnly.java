package dev.grantkeep.bootstrap.start;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and directories that nobody but the user who runs Grantkeep can look into, where the file system knows of that. */
enum OwnerOnly {
    DIRECTORY("rwx------"),
    FILE("rw-------");

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    /** Of the directories in which everybody may make files, such as /tmp. */
    private static final int STICKY = 0x200;

    private final String permissions;

    OwnerOnly(String permissions) {
        this.permissions = permissions;
    }

    /** For what is made. */
    FileAttribute<?>[] attributes() {
        return isKnown()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions())}
                : new FileAttribute<?>[0];
    }

    /** Takes from others what they can do with a thing that is there; where that is not allowed, says so. */
    void tighten(Path path) throws IOException {
        if (!isKnown() || permissions().containsAll(Files.getPosixFilePermissions(path))) {
            return;
        }
        if (isShared(path)) {
            LOG.warn("Everybody can make files in {}: a data directory of its own is safer", path);
            return;
        }
        try {
            Files.setPosixFilePermissions(path, permissions());
            LOG.warn("Other users of this machine could look into {}, which has been ended", path);
        } catch (IOException e) {
            LOG.warn("Other users of this machine may look into {}, which cannot be ended: {}", path, e.toString());
        }
    }

    private Set<PosixFilePermission> permissions() {
        return PosixFilePermissions.fromString(permissions);
    }

    private static boolean isShared(Path path) throws IOException {
        return ((int) Files.getAttribute(path, "unix:mode") & STICKY) != 0;
    }

    private static boolean isKnown() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
