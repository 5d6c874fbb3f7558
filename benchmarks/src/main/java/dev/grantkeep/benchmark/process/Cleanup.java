package dev.grantkeep.benchmark.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to end with the run, however it ends: last come, first gone. */
public final class Cleanup implements AutoCloseable {
    private final Deque<AutoCloseable> items = new ArrayDeque<>();
    private boolean closed;

    /** Its work is done, too, when the JVM is told to end. */
    public static Cleanup hooked() {
        Cleanup cleanup = new Cleanup();
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close, "cleanup"));
        return cleanup;
    }

    /** Ends it at once if the run has ended already. */
    public synchronized <T extends AutoCloseable> T add(T item) {
        if (closed) {
            end(item);
        }
        requireOpen();
        items.push(item);
        return item;
    }

    /**
     * @throws IllegalStateException if the run has ended already
     */
    public synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the run has ended");
        }
    }

    /** Ends it now. */
    public synchronized void end(AutoCloseable item) {
        items.remove(item);
        try {
            item.close();
        } catch (Exception e) {
            System.err.println("not ended in order: " + e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!items.isEmpty()) {
            end(items.peek());
        }
    }
}
