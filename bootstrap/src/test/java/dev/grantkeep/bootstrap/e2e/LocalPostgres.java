package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of this machine with all its programs, such as {@code pg_dump}, which the tests' own one lacks. */
final class LocalPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    private LocalPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts it in a directory that everybody may enter; the test is skipped where there is none. */
    static LocalPostgres start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        assumeThat(programs)
                .as("a PostgreSQL with its programs in %s", INSTALLED)
                .isPresent();
        assumeThat(System.getProperty("user.name"))
                .as("who may start it as another user")
                .isEqualTo("root");
        Path data = Files.createTempDirectory("grantkeep-postgresql");
        run(List.of("chown", "postgres", data.toString()));
        LocalPostgres postgres = new LocalPostgres(programs.orElseThrow(), data.resolve("data"), freePort());
        postgres.program("initdb", "--auth=trust", "--pgdata=" + postgres.data);
        postgres.program(
                "pg_ctl",
                "--pgdata=" + postgres.data,
                "--log=" + data.resolve("log"),
                "--options=-p " + postgres.port + " -k " + data + " -c fsync=off",
                "--wait",
                "start");
        return postgres;
    }

    /** Runs one of its programs as its user, connected to it. */
    void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=postgres",
                "--regid=postgres",
                "--clear-groups",
                "env",
                "PGHOST=127.0.0.1",
                "PGPORT=" + port,
                programs.resolve(name).toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    /** What Grantkeep is told to use this database. */
    Map<String, String> settings(String database) {
        return Map.of(
                "grantkeep.persistence", "sql",
                "datasources.default.url", "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                "datasources.default.username", "grantkeep",
                "datasources.default.password", "trusted");
    }

    /** A file that its programs may write. */
    String file(String name) {
        return data.resolveSibling(name).toString();
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("pg_dump")) && Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("grantkeep-said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .directory(Path.of("/tmp").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(said));
        }
        Files.delete(said);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        program("pg_ctl", "--pgdata=" + data, "--mode=immediate", "--wait", "stop");
        run(List.of("rm", "-r", data.getParent().toString()));
    }
}
