package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool for the length of some work, which keeps to the time that the call has left ({@link Deadline})
 * and to that which the database may be silent. The driver would time each read of the socket; in its place the
 * connection is ended when it is late, which comes to the same: the statement fails, and the pool replaces the connection.
 */
final class Lease implements AutoCloseable, Lateness.Watched {
    private static final long FOR_EVER = Long.MAX_VALUE;

    /** What a rollback may take when the call has no time left. */
    private static final long ROLLBACK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private enum State {
        IN_USE,
        /** Given back, or about to be: another may have it. */
        OVER,
        /** It was late, so the connection is being ended. */
        LATE
    }

    private final DataSource pool;
    private final Connection connection;
    private final AtomicReference<State> state = new AtomicReference<>(State.IN_USE);
    private long mostNanos;
    private volatile long end;

    /** Takes a connection of the pool, which it is given back to when this ends. */
    static Lease of(DataSource pool) throws SQLException {
        Connection connection = pool.getConnection();
        @Nullable Lease lease = null;
        try {
            lease = new Lease(pool, connection, connection.getNetworkTimeout());
            return lease;
        } finally {
            if (lease == null) {
                connection.close();
            }
        }
    }

    private Lease(DataSource pool, Connection connection, int mostMillis) throws SQLException {
        this.pool = pool;
        this.connection = connection;
        mostNanos = mostMillis == 0 ? FOR_EVER : TimeUnit.MILLISECONDS.toNanos(mostMillis);
        if (renewed(TimeLimit.nanosLeft()) < FOR_EVER) {
            connection.setNetworkTimeout(Runnable::run, 0);
            Lateness.watch(this);
        }
    }

    Connection connection() {
        return connection;
    }

    /** For what is sent next: the time runs from now. */
    void renew() throws SQLException {
        renewed(TimeLimit.nanosLeft());
    }

    private long renewed(long left) {
        long nanos = Math.min(left, mostNanos);
        end = System.nanoTime() + nanos;
        return nanos;
    }

    /** For work that may take longer than a call. */
    void lengthen(Duration to) throws SQLException {
        mostNanos = Math.max(mostNanos, to.toNanos());
        renew();
    }

    /** Ends a transaction that has failed, while the time of that is still watched. */
    void rollBack() {
        renewed(Math.max(Deadline.current().nanosLeft(), ROLLBACK_NANOS));
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection has ended, and its transaction with it.
        }
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public void late() {
        // What is late already comes again if its end could not be begun.
        if (state.compareAndSet(State.IN_USE, State.LATE) || state.get() == State.LATE) {
            // To close a socket may take its time too: TLS says good-bye.
            Thread.startVirtualThread(this::abort);
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() throws SQLException {
        Lateness.release(this);
        if (!state.compareAndSet(State.IN_USE, State.OVER) && pool instanceof BoundedPool bounded) {
            bounded.evict(connection);
        } else {
            connection.close();
        }
    }
}
