package dev.grantkeep.adapter.sql.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, so within one transaction where there is one. */
public final class Session {
    /** Work on a session. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T in(Session session) throws SQLException;
    }

    /** Gives the parameters the values of one of several items. */
    @FunctionalInterface
    public interface ItemBinding<I> {
        void to(Parameters parameters, I item) throws SQLException;
    }

    private final Lease lease;
    private final Connection connection;
    private String statement = "";

    Session(Lease lease) {
        this.lease = lease;
        this.connection = lease.connection();
    }

    /** The last statement, without values; empty if there was none. */
    String statement() {
        return statement;
    }

    /** Whether it is PostgreSQL, for the few statements that are not common to both databases. */
    public boolean isPostgres() throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** The first row, or null if there is none. */
    public <T> @Nullable T first(String sql, Binding binding, Reading<T> reading) throws SQLException {
        try (PreparedStatement query = bound(sql, binding);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? reading.of(new Row(rows)) : null;
        }
    }

    public <T> List<T> all(String sql, Binding binding, Reading<T> reading) throws SQLException {
        try (PreparedStatement query = bound(sql, binding);
                ResultSet rows = query.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.of(new Row(rows)));
            }
            return all;
        }
    }

    /**
     * @return how many rows were written
     */
    public int write(String sql, Binding binding) throws SQLException {
        try (PreparedStatement write = bound(sql, binding)) {
            return write.executeUpdate();
        }
    }

    /**
     * The same write for each item, sent together.
     *
     * @return how many rows were written
     */
    public <I> int writeEach(String sql, Collection<I> items, ItemBinding<I> binding) throws SQLException {
        return Arrays.stream(countEach(sql, items, binding)).sum();
    }

    /**
     * The same write for each item, sent together.
     *
     * @return how many rows each has written, in the order of the items
     */
    public <I> int[] countEach(String sql, Collection<I> items, ItemBinding<I> binding) throws SQLException {
        if (items.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement batch = prepared(sql)) {
            Parameters parameters = new Parameters(batch);
            for (I item : items) {
                binding.to(parameters, item);
                parameters.addBatch();
            }
            return batch.executeBatch();
        }
    }

    private PreparedStatement bound(String sql, Binding binding) throws SQLException {
        PreparedStatement prepared = prepared(sql);
        try {
            binding.to(new Parameters(prepared));
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        statement = sql;
        lease.renew();
        return connection.prepareStatement(sql);
    }

    /** Ends the transaction, which it does not begin to do when there is no time left. */
    private void commit() throws SQLException {
        lease.renew();
        connection.commit();
    }

    /** Does the work as one transaction: all of it or, if it throws, none. */
    <T extends @Nullable Object> T transaction(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.in(this);
            commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                lease.rollBack();
            }
        }
    }

    /** What follows may take so long, though a call may not. */
    void lengthen(Duration most) throws SQLException {
        lease.lengthen(most);
    }
}
