package dev.grantkeep.bootstrap.commands;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks whether a data directory keeps what is put into it, and keeps others out. */
final class DirectoryCheck {
    private static final Set<String> OF_MEMORY = Set.of("tmpfs", "ramfs");
    private static final Set<String> OF_CONTAINERS = Set.of("overlay", "overlayfs", "aufs");
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private DirectoryCheck() {}

    /** Each in one line with how to mend it. */
    static List<String> troubles(Path directory) {
        List<String> troubles = new ArrayList<>();
        Path absolute = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            return List.of(absolute + " is not there yet: the first start makes it, or GRANTKEEP_DATA_DIRECTORY names"
                    + " another.");
        }
        if (!Files.isWritable(absolute)) {
            troubles.add(absolute + " cannot be written to: give it to the user who runs Grantkeep.");
        }
        if (isOpen(absolute)) {
            troubles.add(absolute + " can be looked into by others: chmod 700 " + absolute + ".");
        }
        if (isThrownAway(absolute)) {
            troubles.add(absolute + " does not outlive this machine's next start or this container: mount a volume"
                    + " there, or use another database.");
        }
        return troubles;
    }

    private static boolean isOpen(Path directory) {
        try {
            return Files.getPosixFilePermissions(directory).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean isThrownAway(Path directory) {
        if (directory.startsWith("/tmp") || directory.startsWith("/dev/shm")) {
            return true;
        }
        try {
            FileStore store = Files.getFileStore(directory);
            return OF_MEMORY.contains(store.type())
                    || (OF_CONTAINERS.contains(store.type()) && Files.exists(Path.of("/.dockerenv")));
        } catch (IOException e) {
            return false;
        }
    }
}
