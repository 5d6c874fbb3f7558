package dev.grantkeep.adapter.sql.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What was applied to a database, as Flyway writes it down: an entry for each version, in the order of application. That
 * of a version that failed is like no script's.
 */
final class History {
    private static final String TABLE = "flyway_schema_history";
    private static final String ENTRIES = """
        select "version", "checksum", "success"
        from "%s" where "version" is not null order by "installed_rank"
        """.formatted(TABLE);

    private History() {}

    /** One script that was applied, or begun. */
    record Entry(String version, int checksum, boolean succeeded) {
        String text() {
            return entry(version, succeeded ? checksum : 0);
        }
    }

    /** That of the schema which the connection is for; empty if nothing was applied. */
    static List<String> of(Connection connection) throws SQLException {
        return applied(connection).stream().map(Entry::text).toList();
    }

    /** The same, with what was begun and failed told apart. */
    static List<Entry> applied(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (isWritten(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(ENTRIES)) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), rows.getInt(2), rows.getBoolean(3)));
                }
            }
        }
        return entries;
    }

    /** @param checksum CRC-32 of the script without its line breaks */
    static String entry(String version, int checksum) {
        return version + " " + checksum;
    }

    private static boolean isWritten(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        if (schema == null) {
            return false;
        }
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, TABLE, null)) {
            return tables.next();
        }
    }
}
