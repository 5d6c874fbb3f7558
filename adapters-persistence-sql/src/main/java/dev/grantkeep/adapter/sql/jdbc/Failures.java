package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.out.StoreUnavailable;
import java.sql.SQLException;

/** What the driver's exceptions mean (SQLSTATE, ISO/IEC 9075-2 clause 24). They never cross a port themselves. */
public final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {}

    public static boolean isUniqueViolation(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    public static RuntimeException translated(SQLException e) {
        return isOurFault(e)
                ? new IllegalStateException("the database refuses a statement, SQLSTATE " + e.getSQLState(), e)
                : new StoreUnavailable("the database cannot answer, SQLSTATE " + e.getSQLState(), e);
    }

    /** Wrong data, integrity violations, wrong syntax: to try again would not help. */
    private static boolean isOurFault(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }
}
