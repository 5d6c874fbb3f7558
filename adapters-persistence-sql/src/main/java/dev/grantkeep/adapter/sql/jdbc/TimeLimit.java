package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.out.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps what is done on a connection within the time that the call has left; see {@link Deadline}. */
final class TimeLimit {
    /** SQLSTATE: a time-out expired. */
    private static final String EXPIRED = "HYT00";

    private TimeLimit() {}

    /** The time left, at most so many milliseconds. */
    static long millisLeft(long most) throws SQLTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(Deadline.current().nanosLeft());
        if (left == 0) {
            throw new SQLTimeoutException("the call has no time left", EXPIRED);
        }
        return Math.min(left, most);
    }

    /**
     * Has the next statement fail when the time is over, if the driver would wait longer by itself. It costs no trip.
     * The pool undoes it when it gets the connection back.
     */
    static void shorten(Connection connection) throws SQLException {
        int left = (int) millisLeft(Integer.MAX_VALUE);
        if (left < Integer.MAX_VALUE && left < mostMillis(connection)) {
            connection.setNetworkTimeout(Runnable::run, left);
        }
    }

    /** For work that may take longer than a call. */
    static void lengthen(Connection connection, Duration to) throws SQLException {
        int millis = Math.toIntExact(to.toMillis());
        if (millis > mostMillis(connection)) {
            connection.setNetworkTimeout(Runnable::run, millis);
        }
    }

    private static int mostMillis(Connection connection) throws SQLException {
        int set = connection.getNetworkTimeout();
        return set == 0 ? Integer.MAX_VALUE : set;
    }
}
