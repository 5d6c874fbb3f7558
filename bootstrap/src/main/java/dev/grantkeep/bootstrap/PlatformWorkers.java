package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Deadline;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A fixed number of threads, and a queue that is watched for those who wait too long. */
final class PlatformWorkers extends ThreadPoolExecutor implements WorkerLoad {
    private static final long WATCH_MILLIS = 100;

    private final WorkerSettings settings;
    private final LongAdder refused = new LongAdder();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("workers-watch").factory());

    PlatformWorkers(WorkerSettings settings) {
        super(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(Math.max(1, settings.queueSize())),
                Thread.ofPlatform().daemon().name("worker-", 1).factory(),
                PlatformWorkers::tooMany);
        this.settings = settings;
        watch.scheduleWithFixedDelay(this::refuseTheLate, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    static PlatformWorkers executor(WorkerSettings settings) {
        return new PlatformWorkers(settings);
    }

    @Override
    public ExecutorService executor() {
        return this;
    }

    @Override
    public int busy() {
        return getActiveCount();
    }

    @Override
    public int waiting() {
        return getQueue().size();
    }

    @Override
    public long refused() {
        return refused.sum();
    }

    @Override
    public void execute(Runnable task) {
        super.execute(new Request(
                task, Deadline.in(settings.queueTimeout()), Deadline.in(settings.answerTimeout()), refused));
    }

    @Override
    protected void terminated() {
        watch.shutdown();
    }

    /** Those who came first are the first to be late. */
    private void refuseTheLate() {
        while (getQueue().peek() instanceof Request request
                && request.isLate()
                && getQueue().remove(request)) {
            request.refuse();
        }
    }

    private static void tooMany(Runnable task, ThreadPoolExecutor workers) {
        if (workers.isShutdown() || !(task instanceof Request request)) {
            throw new RejectedExecutionException("the server stops");
        }
        request.refuse();
    }

    /** A request and until when it waits, and when it has to be answered. */
    private record Request(Runnable task, Deadline turn, Deadline answer, LongAdder refused) implements Runnable {
        boolean isLate() {
            return turn.hasPassed();
        }

        void refuse() {
            refused.increment();
            Deadline.passed().hold(task);
        }

        @Override
        public void run() {
            answer.hold(task);
        }
    }
}
