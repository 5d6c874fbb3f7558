package dev.grantkeep.bootstrap.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command in the unpacked root of the image, as {@code deploy/try-image} runs it. */
final class ImageProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on http://[^:]+:([0-9]+)");
    private static final String SCRIPT =
            Path.of("..", "deploy", "try-image").toAbsolutePath().normalize().toString();

    private final Process process;
    private final List<String> output = new ArrayList<>();

    private ImageProcess(Process process) {
        this.process = process;
    }

    static ImageProcess of(Map<String, String> settings, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(settings);
        return new ImageProcess(builder.start());
    }

    /** Waits until it says where it listens. */
    URI uri() throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                return URI.create("http://127.0.0.1:" + listens.group(1));
            }
        }
        throw new IllegalStateException("it ended instead of listening: " + output);
    }

    /** Waits for the end and says how it was. */
    int end() throws InterruptedException {
        process.inputReader().lines().forEach(output::add);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    /** SIGTERM, which is what a container gets. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        return end();
    }

    List<String> output() {
        return output;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
