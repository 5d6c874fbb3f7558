package dev.grantkeep.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that this one started, whose output goes to a file. */
public final class Child implements AutoCloseable {
    private static final Path NOTHING = Path.of("/dev/null");
    private static final int SHOWN_LINES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Programs that are run to their end. One hook for all: when the JVM is ending none can be added, but programs run. */
    private static final Set<Process> RUN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUN.forEach(Process::destroy), "end of programs"));
    }

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    public static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(NOTHING.toFile());
        builder.environment().putAll(environment);
        try {
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Runs a program to its end and gives what it printed. */
    public static String run(String name, List<String> command, Path directory, Duration atMost) {
        try {
            Path output = Files.createTempFile("grantkeep-benchmark-", ".out");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(NOTHING.toFile())
                    .start();
            RUN.add(process);
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            RUN.remove(process);
            String printed = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(name + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until it can be used. */
    public void awaitReady(BooleanSupplier ready, Duration between) {
        Waiting.until(() -> isReady(ready), Duration.ofSeconds(60), between, "the start of " + name);
    }

    private boolean isReady(BooleanSupplier ready) {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended:\n" + lastLines());
        }
        return ready.getAsBoolean();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(nothing can be read from " + log + ")";
        }
    }
}
