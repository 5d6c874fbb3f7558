package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.out.Saved;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on connections of the pool. Each is a transaction of its own, but for {@link #inTransaction}. All
 * methods throw {@link StoreUnavailable} if the database cannot answer.
 */
@Singleton
public final class Database {
    private final DataSource pool;
    private final Map<Trip, TripCount> trips = new EnumMap<>(Trip.class);

    /** The pool without what Micronaut Data wraps it in, which knows only the connections of its repositories. */
    Database(DataSource pool) {
        this.pool = DelegatingDataSource.unwrapDataSource(pool);
        for (Trip trip : Trip.values()) {
            trips.put(trip, new TripCount());
        }
    }

    /** How often trips of this kind were made, and how many calls shared them. */
    public TripCount trips(Trip trip) {
        return Objects.requireNonNull(trips.get(trip));
    }

    /** The first row; empty if there is none. */
    public <T> Optional<T> first(String sql, Binding binding, Reading<T> reading) {
        return Optional.ofNullable(on(session -> session.first(sql, binding, reading)));
    }

    public <T> List<T> all(String sql, Binding binding, Reading<T> reading) {
        return on(session -> session.all(sql, binding, reading));
    }

    public boolean exists(String sql, Binding binding) {
        return first(sql, binding, Row::integer).isPresent();
    }

    /** The only row of a count. */
    public int count(String sql, Binding binding) {
        return first(sql, binding, Row::integer).orElseThrow();
    }

    /**
     * A window of rows.
     *
     * @param sql selects {@code count(*) over ()} first
     * @param binding of the parameters before those for limit and offset
     * @param afterWindow of those after
     */
    public <T> Page<T> page(String sql, Binding binding, Window window, Binding afterWindow, Reading<T> reading) {
        return on(session -> new PageQuery<>(session, sql, binding, afterWindow, reading).page(window));
    }

    /**
     * @return how many rows were written
     */
    public int write(String sql, Binding binding) {
        return on(session -> session.write(sql, binding));
    }

    /**
     * The same write for each item, all of them or none.
     *
     * @param items at most 250, so that the driver sends them together
     * @return how many rows each has written, in the order of the items
     */
    public <I> int[] countEach(String sql, Collection<I> items, Session.ItemBinding<I> binding) {
        return atOnce(session -> session.countEach(sql, items, binding));
    }

    /**
     * Work that on PostgreSQL is one statement, or several that are sent together: it takes them for one transaction. On
     * another database it gets one.
     */
    public <T extends @Nullable Object> T atOnce(Session.Work<T> work) {
        return on(session -> atOnce(session, work));
    }

    private static <T extends @Nullable Object> T atOnce(Session session, Session.Work<T> work) throws SQLException {
        return session.isPostgres() ? work.in(session) : session.transaction(work);
    }

    /** The same with more that belongs to those items that were written: all of it or none. */
    public <I> int[] countEach(String sql, List<I> items, Session.ItemBinding<I> binding, More<I> more) {
        return inTransaction(session -> {
            int[] counts = session.countEach(sql, items, binding);
            more.write(
                    session,
                    IntStream.range(0, counts.length)
                            .filter(i -> counts[i] == 1)
                            .mapToObj(items::get)
                            .toList());
            return counts;
        });
    }

    /** A write of one row: stale if there is no such row, taken if a unique index refuses it. */
    public Saved save(String sql, Binding binding) {
        return on(session -> saved(() -> session.write(sql, binding)));
    }

    /** The same with more that belongs to it: all of it or none. */
    public <I> Saved save(String sql, I item, Session.ItemBinding<I> binding, More<I> more) {
        return saveInTransaction(session -> {
            int count = session.write(sql, to -> binding.to(to, item));
            more.write(session, count == 1 ? List.of(item) : List.of());
            return count;
        });
    }

    /**
     * The same with other writes that belong to it: all of them or none.
     *
     * @param work does them and says how many rows were written by the one that counts
     */
    public Saved saveInTransaction(Session.Work<Integer> work) {
        return on(session -> saved(() -> session.transaction(work)));
    }

    /** The same without a transaction where {@link #atOnce} needs none. */
    public Saved saveAtOnce(Session.Work<Integer> work) {
        return on(session -> saved(() -> atOnce(session, work)));
    }

    /** A write in the transaction of somebody else's connection. */
    public static void write(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            binding.to(new Parameters(write));
            write.executeUpdate();
        }
    }

    private static Saved saved(Write write) throws SQLException {
        try {
            return write.count() == 0 ? Saved.STALE : Saved.SAVED;
        } catch (SQLException e) {
            if (Failures.isUniqueViolation(e)) {
                return Saved.TAKEN;
            }
            throw e;
        }
    }

    /** Does all of the work or, if it throws, none of it. */
    public <T extends @Nullable Object> T inTransaction(Session.Work<T> work) {
        return on(session -> session.transaction(work));
    }

    /**
     * The same for work that nobody waits for.
     *
     * @param most how long the database may be silent while an answer is awaited
     */
    public <T extends @Nullable Object> T inLongTransaction(Duration most, Session.Work<T> work) {
        return on(session -> {
            session.lengthen(most);
            return session.transaction(work);
        });
    }

    private <T extends @Nullable Object> T on(Session.Work<T> work) {
        try (Lease lease = Lease.of(pool)) {
            return inSession(work, new Session(lease));
        } catch (SQLException e) {
            throw Failures.translated(e);
        }
    }

    private static <T extends @Nullable Object> T inSession(Session.Work<T> work, Session session) {
        try {
            return work.in(session);
        } catch (SQLException e) {
            throw Failures.translated(e, session.statement());
        }
    }

    /** Writes what belongs to the items that were written just now. */
    @FunctionalInterface
    public interface More<I> {
        void write(Session session, List<I> written) throws SQLException;
    }

    private interface Write {
        int count() throws SQLException;
    }
}
