package dev.grantkeep.adapter.sql.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.EOFException;
import java.net.SocketException;
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

    /** What the JDK says where a socket is closed while somebody waits for it. */
    private static final String CLOSED_BY_US = "Socket closed";

    private volatile Runnable replacing = () -> {};
    private final LongSupplier nanoTime;
    private final long pauseNanos;
    private final AtomicLong next;

    /**
     * @param pause where the database is silent, how long it takes until all that were in use have failed too, which is no
     *     news then; where it has hung up, they fail at once
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
        if (state.startsWith("57P") || isHungUp(e)) {
            replacing.run();
        } else if (isReadOnly || state.startsWith("08")) {
            replaceAll();
        }
        return isReadOnly ? SQLExceptionOverride.Override.MUST_EVICT : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }

    /** Whether the other side, or the way to it, has ended the connection; not we, because it was silent. */
    private static boolean isHungUp(SQLException e) {
        return e.getCause() instanceof EOFException
                || (e.getCause() instanceof SocketException broken && !CLOSED_BY_US.equals(broken.getMessage()));
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
