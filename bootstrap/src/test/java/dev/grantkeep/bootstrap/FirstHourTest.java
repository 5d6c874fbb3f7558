package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads docs/first-hour.md and runs its commands, in order and in one shell, on a PostgreSQL of its own. */
class FirstHourTest {
    private static final Path PAGE = Path.of("..", "docs", "first-hour.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^(.*)\n```sh\n((?s:.*?))^```$");
    private static final String RUN = "<!-- run by FirstHourTest -->";
    private static final int PATIENCE_IN_SECONDS = 300;

    @TempDir
    private Path directory;

    @Test
    void everyCommandOfThePageWorks() throws IOException, InterruptedException {
        Path script = Files.writeString(
                directory.resolve("script"),
                "set -eu -o pipefail\ntrap 'kill $(jobs -p)' EXIT\n" + String.join("\n", commands()));
        Path log = directory.resolve("log");

        Process shell = shell(script, log);
        boolean ended = shell.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        shell.destroy();

        String transcript = Files.readString(log);
        assertThat(ended).as(transcript).isTrue();
        assertThat(shell.exitValue()).as(transcript).isZero();
        assertThat(transcript).contains("GRANT_ENDED", "CLIENT_LOCKED", "Print shop", "grantkeep_calls_total");
        assertThat(directory.resolve("grantkeep.log"))
                .content()
                .containsSubsequence("listens on", "has stopped", "listens on");
        assertThat(transcript)
                .doesNotContain(
                        Files.readString(directory.resolve("photos.secret")).strip());
    }

    @Test
    void everyBlockSaysWhetherItIsRun() throws IOException {
        assertThat(BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)))
                .hasSizeGreaterThan(10)
                .allMatch(before -> before.equals(RUN) || before.startsWith("<!-- not run: "));
    }

    private static List<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .filter(block -> block.group(1).equals(RUN))
                .map(block -> block.group(2))
                .toList();
    }

    private Process shell(Path script, Path log) throws IOException {
        TestDatabase database = TestDatabase.postgres();
        int port = freePort();
        Path programs = Files.createDirectory(directory.resolve("bin"));
        Files.writeString(
                programs.resolve("grantkeep"),
                "#!/bin/sh\nexec '" + String.join("' '", QuickJvm.command(QuickJvm.application())) + "' \"$@\"\n");
        Files.setPosixFilePermissions(programs.resolve("grantkeep"), PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GRANTKEEP_"));
        builder.environment()
                .putAll(Map.of(
                        "PATH", programs + ":" + System.getenv("PATH"),
                        "DATASOURCES_DEFAULT_URL", database.url(),
                        "DATASOURCES_DEFAULT_USERNAME", database.username(),
                        "DATASOURCES_DEFAULT_PASSWORD", database.password(),
                        "MICRONAUT_SERVER_PORT", Integer.toString(port),
                        "GRANTKEEP_URL", "http://127.0.0.1:" + port,
                        "GRANTKEEP_DATA_DIRECTORY", directory.resolve("data").toString()));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
