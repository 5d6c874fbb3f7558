package dev.grantkeep.adapter.sql.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pool, which a call waits for no longer than it has time; and what is done on a connection must end in that time
 * too.
 */
final class BoundedPool implements DataSource, AutoCloseable {
    private static final String CLOSED = "08003";

    private final HikariDataSource pool;
    private final @Nullable PatientConnecting connecting;
    private final @Nullable DeadConnections dead;

    BoundedPool(HikariDataSource pool) {
        this.pool = pool;
        connecting = pool.getDataSource() instanceof PatientConnecting patient ? patient : null;
        if (connecting != null) {
            connecting.tryOnUntil(pool::isClosed);
        }
        dead = pool.getExceptionOverride() instanceof DeadConnections known ? known : null;
        if (dead != null) {
            dead.replaceBy(pool.getHikariPoolMXBean()::softEvictConnections);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = taken();
        try {
            TimeLimit.shorten(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection taken() throws SQLException {
        if (pool.isClosed() || !(pool.getHikariPoolMXBean() instanceof HikariPool open)) {
            throw new SQLNonTransientConnectionException("the pool is closed", CLOSED);
        }
        try {
            return dead == null || open.getIdleConnections() == 0
                    ? open.getConnection(TimeLimit.millisLeft(pool.getConnectionTimeout()))
                    : livingOf(open, dead);
        } catch (SQLTransientConnectionException e) {
            throw withCause(e);
        }
    }

    /** One that has rested must show that it lives; if it does not, neither need the others be tried. */
    private Connection livingOf(HikariPool open, DeadConnections connections) throws SQLException {
        try {
            return open.getConnection(TimeLimit.millisLeft(pool.getValidationTimeout()));
        } catch (SQLTransientConnectionException silent) {
            connections.replaceAll();
            long more = Math.max(0, pool.getConnectionTimeout() - pool.getValidationTimeout());
            return open.getConnection(TimeLimit.millisLeft(more));
        }
    }

    /** Nobody gets this connection any more. */
    void evict(Connection connection) {
        pool.evictConnection(connection);
    }

    /** Why there was no connection, as far as the pool does not know it. */
    private SQLException withCause(SQLTransientConnectionException e) {
        @Nullable SQLException cause = connecting == null ? null : connecting.lastFailure();
        return e.getCause() != null || cause == null
                ? e
                : new SQLTransientConnectionException(e.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }
}
