package dev.grantkeep.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.HdrHistogram.AtomicHistogram;

/**
 * Load that does not wait for answers: requests are due at moments that were chosen without regard to how the server
 * does. The latency of each counts from when it was due, so that it has the wait for a connection in it if all are taken.
 * One runs once.
 */
public final class OpenLoop {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(3);
    private static final int DIGITS = 3;

    private final Arrivals arrivals;
    private final AtomicHistogram latencies = new AtomicHistogram(LONGEST_MICROS, DIGITS);
    private final LongAdder bytes = new LongAdder();
    private final LongAdder errors = new LongAdder();

    public OpenLoop(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * Sends what is due until nothing is, and waits for the answers.
     *
     * @param connections each takes what is due next when it has its answer
     * @param call sends a request and gives its answer
     * @throws IllegalStateException if a connection breaks
     */
    public LoadResult run(List<HttpConnection> connections, Function<HttpConnection, Reply> call) {
        long start = System.nanoTime();
        arrivals.begin(start);
        try (ExecutorService senders = Executors.newFixedThreadPool(connections.size())) {
            List<Future<?>> ends = new ArrayList<>();
            connections.forEach(connection -> ends.add(senders.submit(() -> send(connection, call))));
            ends.forEach(OpenLoop::await);
        }
        return result(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }

    private void send(HttpConnection connection, Function<HttpConnection, Reply> call) {
        for (long due = arrivals.next(); due != Arrivals.NONE; due = arrivals.next()) {
            awaitTime(due);
            Reply reply = call.apply(connection);
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
            latencies.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
            bytes.add(reply.bytes());
            if (reply.status() / 100 != 2) {
                errors.increment();
            }
        }
    }

    private static void awaitTime(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(Future<?> end) {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private LoadResult result(long micros) {
        return new LoadResult(
                latencies.getTotalCount(),
                micros,
                bytes.sum(),
                errors.sum(),
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                0,
                0);
    }
}
