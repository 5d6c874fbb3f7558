package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the driver's exceptions mean (SQLSTATE, ISO/IEC 9075-2 clause 24). They never cross a port themselves. */
public final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int LONGEST = 400;

    /**
     * Features that are not there, cardinality, data, integrity, names of prepared statements, schemas, syntax and access
     * rules, limits of the server. H2 has a class of its own for the first.
     */
    private static final List<String> OUR_FAULTS = List.of("0A", "21", "22", "23", "26", "3F", "42", "54", "HYC00");

    private Failures() {}

    public static boolean isUniqueViolation(SQLException e) {
        return UNIQUE_VIOLATION.equals(e.getSQLState());
    }

    public static RuntimeException translated(SQLException e) {
        return translated(e, "");
    }

    /**
     * What it means for the caller, told in one line.
     *
     * @param statement which one has failed, without values; empty if that is not known
     */
    public static RuntimeException translated(SQLException e, String statement) {
        String state = e.getSQLState();
        return isOurFault(e)
                ? new StoreRefused("the database refuses a statement, SQLSTATE " + state + named(statement), e)
                : new StoreUnavailable("the database cannot answer, SQLSTATE " + state + ": " + reason(e), e);
    }

    /** Wrong data, integrity violations, wrong or unknown statements: to try again would not help. */
    private static boolean isOurFault(SQLException e) {
        String state = e.getSQLState();
        return state != null && OUR_FAULTS.stream().anyMatch(state::startsWith);
    }

    private static String named(String statement) {
        return statement.isEmpty() ? "" : ": " + cut(statement.strip().replaceAll("\\s+", " "));
    }

    /** The first lines of it and of what was behind it, such as why there is no connection. */
    private static String reason(SQLException e) {
        String reason = firstLine(e);
        @Nullable Throwable cause = e.getCause();
        while (cause != null) {
            String line = firstLine(cause);
            reason = cause instanceof SQLException && !reason.contains(line) ? reason + ": " + line : reason;
            cause = cause.getCause();
        }
        return cut(reason);
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
