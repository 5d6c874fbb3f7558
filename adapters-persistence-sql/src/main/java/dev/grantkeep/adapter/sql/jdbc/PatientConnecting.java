package dev.grantkeep.adapter.sql.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections for the pool. While the database is gone it tries on by itself, a few times in a second: the pool
 * would let up to five seconds pass between two attempts, so that a database that has come back would long not be used.
 * When the pool is opened, the first failure counts.
 */
final class PatientConnecting implements DataSource {
    private static final long PAUSE_MILLIS = 200;

    private final DataSource driver;
    private volatile BooleanSupplier isOver = () -> true;
    private volatile @Nullable SQLException lastFailure;

    PatientConnecting(DataSource driver) {
        this.driver = driver;
    }

    /** From now on it tries until it succeeds or this is so. */
    void tryOnUntil(BooleanSupplier over) {
        isOver = over;
    }

    /** Why the last attempt has failed; null if it has not. */
    @Nullable
    SQLException lastFailure() {
        return lastFailure;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connected(driver::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connected(() -> driver.getConnection(username, password));
    }

    private Connection connected(Attempt attempt) throws SQLException {
        while (true) {
            try {
                Connection connection = attempt.connect();
                lastFailure = null;
                return connection;
            } catch (SQLException e) {
                lastFailure = e;
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(SQLException failure) throws SQLException {
        if (isOver.getAsBoolean()) {
            throw failure;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private interface Attempt {
        Connection connect() throws SQLException;
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || driver.isWrapperFor(type);
    }
}
