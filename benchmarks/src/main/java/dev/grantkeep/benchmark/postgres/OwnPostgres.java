package dev.grantkeep.benchmark.postgres;

import dev.grantkeep.benchmark.process.Child;
import dev.grantkeep.benchmark.process.Memory;
import dev.grantkeep.benchmark.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A PostgreSQL of the run's own. It never runs as root: then it runs as {@code nobody}. */
public final class OwnPostgres implements AutoCloseable {
    private static final String USER = "benchmark";
    private static final String UNPRIVILEGED = "nobody";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Child process;
    private final Postgres postgres;
    private final HugePages hugePages;

    private OwnPostgres(Child process, Postgres postgres, HugePages hugePages) {
        this.process = process;
        this.postgres = postgres;
        this.hugePages = hugePages;
    }

    /** Unpacks it, makes its files and starts it, all in this directory. */
    public static OwnPostgres start(Path directory) {
        Path binaries = directory.resolve("postgres");
        Path data = directory.resolve("postgres-data");
        PostgresBinaries.unpack(binaries);
        String password = UUID.randomUUID().toString();
        initialize(directory, binaries, data, password);
        int port = Ports.free();
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(PostgresSettings.options(Memory.ofMachine(), port));
        HugePages hugePages = HugePages.reserve(hugePages(command, directory));
        Child process = Child.start("PostgreSQL", command, Map.of("LC_ALL", "C"), directory.resolve("postgres.log"));
        Postgres postgres = new Postgres(
                "jdbc:postgresql://127.0.0.1:" + port + "/",
                "postgres",
                USER,
                password,
                Optional.of(process.handle()),
                true);
        OwnPostgres own = new OwnPostgres(process, postgres, hugePages);
        try {
            process.awaitReady(own::answers, Duration.ofMillis(50));
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
        return own;
    }

    public Postgres postgres() {
        return postgres;
    }

    /** All its data goes, so nothing is waited for. */
    @Override
    public void close() {
        try {
            if (process.handle().isAlive()) {
                Child.run("kill", List.of("kill", "-QUIT", Long.toString(process.pid())), Path.of("/"), PATIENCE);
            }
        } finally {
            process.close();
            hugePages.close();
        }
    }

    /** How many its shared memory takes. */
    private static long hugePages(List<String> command, Path directory) {
        List<String> question = new ArrayList<>(command);
        question.addAll(List.of("-C", "shared_memory_size_in_huge_pages"));
        String[] lines =
                Child.run("PostgreSQL", question, directory, PATIENCE).strip().split("\n", -1);
        return Math.max(0, Long.parseLong(lines[lines.length - 1].strip()));
    }

    private boolean answers() {
        try (Connection connection = postgres.connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void initialize(Path directory, Path binaries, Path data, String password) {
        Path passwordFile = directory.resolve("postgres-password");
        try {
            Files.createDirectory(data);
            Files.writeString(passwordFile, password);
            giveAway(data);
            giveAway(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Child.run("initdb", command, directory, PATIENCE);
    }

    private static void giveAway(Path file) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED));
        }
    }

    /** What stands before a command so that it does not run as root. */
    private static List<String> unprivileged() {
        return isRoot()
                ? List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=nogroup", "--clear-groups", "--")
                : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
