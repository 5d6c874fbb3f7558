package dev.grantkeep.adapter.sql.jdbc;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections for the pool. While the database is gone it tries on by itself, a few times in a second: the pool
 * would let up to five seconds pass between two attempts, so that a database that has come back would long not be used.
 * When the pool is opened, the first failure counts.
 */
final class PatientConnecting extends DelegatingDataSource {
    private static final long PAUSE_MILLIS = 200;

    private volatile BooleanSupplier isOver = () -> true;
    private volatile @Nullable SQLException lastFailure;

    PatientConnecting(DataSource driver) {
        super(driver);
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
        return connected(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connected(() -> super.getConnection(username, password));
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
}
