package dev.grantkeep.adapter.sql.migration;

import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Looks at the schema of a database for an operator, or brings it up to date, without a server. */
public final class SchemaCheck {
    private static final String PRIVILEGE = "select has_schema_privilege(current_schema(), 'create')";

    private final DataSource database;

    /**
     * @param url of JDBC
     * @param properties for the driver, such as its limits of time
     */
    public SchemaCheck(String url, Properties properties, @Nullable String user, @Nullable String password) {
        this.database = new DriverDataSource(url, null, properties, user, password);
    }

    /** The scripts that an empty database gets, in order. */
    public static List<String> ofEmpty(String product) {
        return Schema.of(product).names();
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws SQLException if the database cannot be used
     */
    public SchemaState look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Schema schema = Schema.of(connection.getMetaData().getDatabaseProductName());
            return state(schema, connection, History.applied(connection));
        }
    }

    /**
     * Applies what is pending.
     *
     * @throws FlywayException if that is not possible
     */
    public void migrate() {
        try (Connection held = database.getConnection()) {
            Migration.migrate(Schema.of(held.getMetaData().getDatabaseProductName()), database);
        } catch (SQLException e) {
            throw new FlywayException("the database cannot be used: " + e.getMessage(), e);
        }
    }

    private static SchemaState state(Schema schema, Connection connection, List<History.Entry> applied)
            throws SQLException {
        List<String> known = schema.versions();
        List<History.Entry> whole =
                applied.stream().filter(History.Entry::succeeded).toList();
        List<String> versions = whole.stream().map(History.Entry::version).toList();
        return new SchemaState(
                connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion(),
                versions.isEmpty() ? null : versions.getLast(),
                schema.names().stream()
                        .filter(name -> !versions.contains(Schema.version(name)))
                        .toList(),
                versions.stream()
                        .filter(version -> isLater(version, known.getLast()))
                        .toList(),
                applied.stream()
                        .filter(entry -> !entry.succeeded())
                        .map(History.Entry::version)
                        .findFirst()
                        .orElse(null),
                whole.stream()
                        .filter(entry -> !isLater(entry.version(), known.getLast()))
                        .filter(entry -> !schema.history().contains(entry.text()))
                        .map(History.Entry::version)
                        .toList(),
                mayChange(schema, connection),
                clock(connection));
    }

    private static boolean mayChange(Schema schema, Connection connection) throws SQLException {
        if (schema == Schema.H2) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PRIVILEGE)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Instant clock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_timestamp")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }

    private static boolean isLater(String version, String than) {
        return Arrays.compare(numbers(version), numbers(than)) > 0;
    }

    private static int[] numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("[.]", -1)) {
            numbers.add(part.matches("[0-9]{1,9}") ? Integer.parseInt(part) : 0);
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
