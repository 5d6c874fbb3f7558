package dev.grantkeep.benchmark.server;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.process.Child;
import dev.grantkeep.benchmark.process.CpuTime;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;

/** A running server, Grantkeep or the floor, in a JVM of its own. */
public record Server(Child process, int port) implements AutoCloseable {
    /** Waits until a call has a good answer. */
    public Server awaitAnswer(String authorization, Predicate<HttpConnection> call) {
        process.awaitReady(() -> answers(authorization, call), Duration.ofMillis(20));
        return this;
    }

    /** What its JVM has used so far. */
    public long cpuMicros() {
        return CpuTime.ofProcess(process.pid());
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean answers(String authorization, Predicate<HttpConnection> call) {
        try (HttpConnection connection = new HttpConnection(port, authorization)) {
            return call.test(connection);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
