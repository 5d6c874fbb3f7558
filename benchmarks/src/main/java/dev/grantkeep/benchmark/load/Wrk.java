package dev.grantkeep.benchmark.load;

import dev.grantkeep.benchmark.process.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes load with the program wrk and the scripts in {@code benchmarks/wrk}. */
public final class Wrk {
    private final Path scripts;

    public Wrk(Path scripts) {
        this.scripts = scripts;
    }

    /**
     * What to send.
     *
     * @param script a file in {@code benchmarks/wrk}
     * @param arguments the script's
     */
    public record Requests(String script, List<String> arguments) {
        public Requests {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Says how to get wrk if it is not there.
     *
     * @throws IllegalStateException if wrk is not installed
     */
    public static void requireInstalled() {
        try {
            Child.run("wrk", List.of("sh", "-c", "command -v wrk"), Path.of("."), Duration.ofSeconds(10));
        } catch (IllegalStateException missing) {
            throw new IllegalStateException(
                    "wrk makes the load and is not installed. It is the package wrk of Debian, Ubuntu, Fedora and"
                            + " Homebrew: apt-get install wrk",
                    missing);
        }
    }

    /** How many threads wrk has; a script may need to know. */
    public static int threads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 4, 1, 8);
    }

    public LoadResult run(Requests requests, int port, int connections, int seconds) {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "--threads",
                Integer.toString(threads()),
                "--connections",
                Integer.toString(connections),
                "--duration",
                seconds + "s",
                "--timeout",
                "10s",
                "--script",
                requests.script(),
                "http://127.0.0.1:" + port,
                "--"));
        command.addAll(requests.arguments());
        return LoadResult.parse(Child.run("wrk", command, scripts, Duration.ofSeconds(seconds + 60L)));
    }
}
