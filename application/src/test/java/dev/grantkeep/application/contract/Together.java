package dev.grantkeep.application.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs pieces of work at the same moment, each in a thread of its own. */
public final class Together {
    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /** What each returned, in order. What one throws, this throws. */
    public static <T> List<T> run(List<Callable<T>> works) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            return resultsOf(futures);
        } finally {
            threads.shutdownNow();
        }
    }

    public static <T> List<T> run(Callable<T> first, Callable<T> second) {
        return run(List.of(first, second));
    }

    /** The same work in so many threads. */
    public static <T> List<T> run(int threads, Callable<T> work) {
        return run(Collections.nCopies(threads, work));
    }

    private static <T> List<T> resultsOf(List<Future<T>> futures) {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("one of the threads failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("one of the threads hangs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
