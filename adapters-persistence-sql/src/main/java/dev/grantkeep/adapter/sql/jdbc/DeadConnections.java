package dev.grantkeep.adapter.sql.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Where one connection has died, the others have mostly died with it. So that they are not found one after the other,
 * each at the price of a call, the pool then replaces all.
 */
final class DeadConnections implements SQLExceptionOverride {
    /** A primary that has become a standby keeps its connections, and refuses every write on them. */
    private static final String READ_ONLY = "25006";

    private volatile Runnable replacing = () -> {};
    private final LongSupplier nanoTime;
    private final long pauseNanos;
    private final AtomicLong next;

    /**
     * @param pause how long it takes until all that were in use have failed too, which is no news then
     */
    DeadConnections(Duration pause, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        pauseNanos = pause.toNanos();
        next = new AtomicLong(nanoTime.getAsLong());
    }

    void replaceBy(Runnable how) {
        replacing = how;
    }

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean isReadOnly = state.equals(READ_ONLY);
        if (isReadOnly || state.startsWith("08") || state.startsWith("57P")) {
            replaceAll();
        }
        return isReadOnly ? SQLExceptionOverride.Override.MUST_EVICT : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }

    /** Does so unless it was done just now. */
    void replaceAll() {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + pauseNanos)) {
            replacing.run();
        }
    }
}
