package dev.grantkeep.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command in a process of its own, as an operator runs it, and how it ended.
 *
 * @param out what it wrote to the standard output
 * @param err what it wrote to the error output
 */
record CommandProcess(int code, String out, String err) {
    private static final int PATIENCE_IN_SECONDS = 60;

    /** Runs it in a directory, with these variables and none of Grantkeep's beside them. */
    static CommandProcess run(Path directory, Map<String, String> environment, String... words) throws IOException {
        return run(directory, environment, List.of(), words);
    }

    /** The same with options of the JVM. */
    static CommandProcess run(Path directory, Map<String, String> environment, List<String> options, String... words)
            throws IOException {
        List<String> command = QuickJvm.command(options);
        command.addAll(QuickJvm.application());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GRANTKEEP_") || name.startsWith("MICRONAUT_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        return new CommandProcess(end(process), out.join(), err.join());
    }

    private static int end(Process process) {
        try {
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
