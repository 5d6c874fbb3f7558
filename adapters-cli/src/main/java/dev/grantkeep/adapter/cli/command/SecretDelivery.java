package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new secret goes: into a new file that only its owner can read, or else, this once, to the output. */
public final class SecretDelivery {
    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Writes the secret to this new file, which only you can read, and does not print it.")
    private @Nullable Path file;

    /**
     * Makes the change that answers with a new secret, and delivers that.
     *
     * @param secret the member of the answer that has it
     * @return the answer, with the secret as it is to be shown
     * @throws CommandFailed if the file cannot be had, before anything is changed; or as the change throws it
     */
    Map<String, Object> of(String secret, Supplier<Map<String, Object>> change) {
        Path made = file;
        if (made == null) {
            return change.get();
        }
        make(made);
        Map<String, Object> answer = new LinkedHashMap<>(changed(made, change));
        write(made, String.valueOf(answer.get(secret)));
        answer.put(secret, "(in " + made + ")");
        return answer;
    }

    private static void make(Path file) {
        try {
            FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode())
                    .close();
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed(ExitCode.FILE, file + " is there already: name a new file for the secret.", e);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.FILE, file + " cannot be made: " + e.getClass().getSimpleName() + ".", e);
        }
    }

    /** A file without a secret is not left behind. */
    private static Map<String, Object> changed(Path file, Supplier<Map<String, Object>> change) {
        try {
            return change.get();
        } catch (CommandFailed failed) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failed.addSuppressed(e);
            }
            throw failed;
        }
    }

    private static void write(Path file, String secret) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.INCOMPLETE, "It is done, but the secret cannot be written to " + file + ".", e);
        }
    }

    private static FileAttribute<?>[] mode() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
