package dev.grantkeep.benchmark;

import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.measure.Settings;
import dev.grantkeep.benchmark.process.Child;
import dev.grantkeep.benchmark.process.JvmOptions;
import dev.grantkeep.benchmark.process.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, and where. */
final class Surroundings {
    private Surroundings() {}

    static String describe(Path root, DatabaseServer databases, Settings settings, String arguments) {
        return """
                ## What was measured, and where

                - Command: `./benchmarks/run %s`
                - Commit: %s
                - Machine: %s, %d cores, %.0f GB of memory, %s
                - Java: %s; both servers with `%s`, load by wrk
                - %d connections, %d rounds of %d s, in turns, after %d s of warming up
                - %s
                """.formatted(
                        withoutSecrets(arguments),
                        commit(root),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        Memory.ofMachine() / 1e9,
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                        String.join(" ", JvmOptions.LOAD),
                        settings.connections(),
                        settings.rounds(),
                        settings.seconds(),
                        settings.warmUp(),
                        databases.description());
    }

    /** The parameters of a JDBC URL hold a password. */
    static String withoutSecrets(String arguments) {
        return arguments.replaceAll("\\?\\S+", "?...");
    }

    private static String commit(Path root) {
        try {
            String id = git(root, "rev-parse", "HEAD").strip();
            return git(root, "status", "--porcelain", "--untracked-files=no").isBlank() ? id : id + ", with changes";
        } catch (IllegalStateException noGit) {
            return "unknown";
        }
    }

    private static String git(Path root, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).collect(Collectors.toList());
        return Child.run("git", command, root, Duration.ofSeconds(30));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
