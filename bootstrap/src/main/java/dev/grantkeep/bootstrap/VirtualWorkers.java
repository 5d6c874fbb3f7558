package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Deadline;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A thread for each request, which is cheaper than to hand the request to one that waits for it. Those beyond the limit
 * wait for their turn, first come, first served.
 */
final class VirtualWorkers implements WorkerLoad {
    private final WorkerSettings settings;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();

    VirtualWorkers(WorkerSettings settings) {
        this.settings = settings;
        turns = new Semaphore(settings.workers(), true);
    }

    static ExecutorService executor(WorkerSettings settings) {
        return new VirtualWorkers(settings).executor();
    }

    @Override
    public ExecutorService executor() {
        ThreadFactory threads = Thread.ofVirtual().name("worker").factory();
        return Executors.newThreadPerTaskExecutor(task -> threads.newThread(timed(task)));
    }

    @Override
    public int busy() {
        return settings.workers() - turns.availablePermits();
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public long refused() {
        return refused.sum();
    }

    /** Its time runs from now, before its thread begins. */
    private Runnable timed(Runnable task) {
        Deadline deadline = Deadline.in(settings.answerTimeout());
        return () -> {
            if (hasTurn()) {
                try {
                    deadline.hold(task);
                } finally {
                    turns.release();
                }
            } else {
                refused.increment();
                Deadline.passed().hold(task);
            }
        };
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(0, TimeUnit.NANOSECONDS) || hasTurnInTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean hasTurnInTime() throws InterruptedException {
        try {
            return waiting.incrementAndGet() <= settings.queueSize()
                    && turns.tryAcquire(settings.queueTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
