package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.TimeUnit;

/** Keeps what is done within the time that the call has left; see {@link Deadline}. */
final class TimeLimit {
    /** SQLSTATE: a time-out expired. */
    private static final String EXPIRED = "HYT00";

    private TimeLimit() {}

    /** The time left; {@link Long#MAX_VALUE} if there is no limit. */
    static long nanosLeft() throws SQLTimeoutException {
        long left = Deadline.current().nanosLeft();
        if (left == 0) {
            throw new SQLTimeoutException("the call has no time left", EXPIRED);
        }
        return left;
    }

    /** The time left, at least one and at most so many milliseconds. */
    static long millisLeft(long most) throws SQLTimeoutException {
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanosLeft()), 1, Math.max(1, most));
    }

    /**
     * Has what is done on the connection fail when the time is over, if the driver would wait longer by itself. It costs no
     * trip. The pool undoes it when it gets the connection back.
     */
    static void shorten(Connection connection) throws SQLException {
        int set = connection.getNetworkTimeout();
        int left = (int) millisLeft(Integer.MAX_VALUE);
        if (left < Integer.MAX_VALUE && (set == 0 || left < set)) {
            connection.setNetworkTimeout(Runnable::run, left);
        }
    }
}
