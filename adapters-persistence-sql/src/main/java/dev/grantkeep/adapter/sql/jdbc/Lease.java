package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.out.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool for the length of some work, which keeps to the time that the call has left ({@link Deadline})
 * and to that which the database may be silent. The driver would time each read of the socket; in its place the
 * connection is ended when it is late, which comes to the same: the statement fails, and the pool replaces the connection.
 */
final class Lease implements AutoCloseable, Lateness.Watched {
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Connection connection;
    private long mostNanos;
    private volatile long end;

    /** Takes it over: it is given back to the pool when this ends, or fails. */
    static Lease of(Connection connection) throws SQLException {
        @Nullable Lease lease = null;
        try {
            lease = new Lease(connection, connection.getNetworkTimeout());
            return lease;
        } finally {
            if (lease == null) {
                connection.close();
            }
        }
    }

    private Lease(Connection connection, int mostMillis) throws SQLException {
        this.connection = connection;
        mostNanos = mostMillis == 0 ? FOR_EVER : TimeUnit.MILLISECONDS.toNanos(mostMillis);
        long nanos = renewed();
        if (nanos < FOR_EVER) {
            connection.setNetworkTimeout(Runnable::run, 0);
            Lateness.watch(this);
        }
    }

    Connection connection() {
        return connection;
    }

    /** For what is sent next: the time runs from now. */
    void renew() throws SQLException {
        renewed();
    }

    private long renewed() throws SQLException {
        long nanos = Math.min(TimeLimit.nanosLeft(), mostNanos);
        end = System.nanoTime() + nanos;
        return nanos;
    }

    /** For work that may take longer than a call. */
    void lengthen(Duration to) throws SQLException {
        mostNanos = Math.max(mostNanos, to.toNanos());
        renew();
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public void late() {
        try {
            // To close a socket may take its time too: TLS says good-bye.
            connection.abort(Thread::startVirtualThread);
        } catch (SQLException e) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() throws SQLException {
        Lateness.release(this);
        connection.close();
    }
}
