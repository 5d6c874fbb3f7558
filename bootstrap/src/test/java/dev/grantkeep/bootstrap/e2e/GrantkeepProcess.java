package dev.grantkeep.bootstrap.e2e;

import dev.grantkeep.bootstrap.QuickJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grantkeep as a process of its own, configured by environment variables as an operator does. */
final class GrantkeepProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on (http://[^\\s\"]+)");

    private final Process process;
    private final URI uri;

    private GrantkeepProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts it on a free port and waits until it listens. */
    static GrantkeepProcess start(Map<String, String> store, Path directory) throws IOException {
        return start(store, directory, ignored -> {});
    }

    /**
     * The same.
     *
     * @param log gets each line that it writes from then on
     */
    static GrantkeepProcess start(Map<String, String> settings, Path directory, Consumer<String> log)
            throws IOException {
        List<String> program = new ArrayList<>(List.of("-Xmx256m"));
        program.addAll(QuickJvm.application());
        return start(QuickJvm.command(program), settings, directory, log);
    }

    /** Starts it from a jar. */
    static GrantkeepProcess startJar(Path jar, Map<String, String> store, Path directory) throws IOException {
        return startJar(jar, store, directory, "-Xmx256m");
    }

    /** Starts it from a jar, with options of the JVM. */
    static GrantkeepProcess startJar(Path jar, Map<String, String> store, Path directory, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(QuickJvm.JAVA, "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        return start(command, store, directory, ignored -> {});
    }

    private static GrantkeepProcess start(
            List<String> command, Map<String, String> store, Path directory, Consumer<String> log) throws IOException {
        Map<String, String> settings = new HashMap<>(store);
        settings.putAll(RunningGrantkeep.owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.data-directory", directory.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        settings.forEach((name, value) -> builder.environment().put(variable(name), value));
        Process process = builder.start();
        return new GrantkeepProcess(process, awaitListening(process, log));
    }

    /** As in {@code MICRONAUT_SERVER_PORT}. */
    private static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The reader stays open: its process must be able to go on writing; a daemon thread empties the pipe. */
    private static URI awaitListening(Process process, Consumer<String> log) throws IOException {
        BufferedReader output = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            Matcher matcher = LISTENS.matcher(line);
            if (matcher.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(log));
                return URI.create(matcher.group(1));
            }
        }
        throw new IllegalStateException("Grantkeep did not start: " + String.join("\n", lines));
    }

    URI uri() {
        return uri;
    }

    Api owner() {
        return new Api(uri, Dialect.V2, 1, Dialect.basic(RunningGrantkeep.OWNER_KEY, RunningGrantkeep.OWNER_SECRET));
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a service manager does; it has to end in order. */
    void stop() throws InterruptedException {
        process.toHandle().destroy(); // what it still says is read
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("it did not stop in order");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
