package dev.grantkeep.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a process of its own, started in a directory of its own, as its users start it. */
final class ApplicationProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile(".* Grantkeep listens on (\\S+)");
    private static final int PATIENCE_IN_SECONDS = 60;

    private final Process process;
    private final List<String> output = new ArrayList<>();

    private ApplicationProcess(Process process) {
        this.process = process;
    }

    static ApplicationProcess start(Path directory, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(QuickJvm.command(QuickJvm.application()))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
        builder.environment().putAll(environment);
        return new ApplicationProcess(builder.start());
    }

    /** Waits until it says where it listens. */
    URI uri() throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            Matcher matcher = LISTENS.matcher(line);
            if (matcher.matches()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new IllegalStateException("it ended instead of listening: " + output);
    }

    /** What it has written, once it has ended. */
    List<String> output() {
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(output::add);
        return output;
    }

    /** SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.getInputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
