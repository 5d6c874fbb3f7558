package dev.grantkeep.benchmark.postgres;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.database.Persistence;
import dev.grantkeep.benchmark.process.CpuTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A PostgreSQL server to make databases in.
 *
 * @param server the JDBC URL up to the name of the database, with the slash before it
 * @param maintenance a database to connect to while others are made and removed
 * @param postmaster its main process, if it runs on this machine
 * @param transientData whether all of its data goes with the run
 */
public record Postgres(
        String server,
        String maintenance,
        String user,
        String password,
        Optional<ProcessHandle> postmaster,
        boolean transientData)
        implements DatabaseServer {
    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Persistence persistence() {
        return Persistence.SQL;
    }

    @Override
    public Map<String, String> environment(String database) {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", url(database),
                "DATASOURCES_DEFAULT_USERNAME", user,
                "DATASOURCES_DEFAULT_PASSWORD", password);
    }

    @Override
    public Dataset dataset(String database, Tenant tenant) {
        return new SqlDataset(this, database, tenant);
    }

    String url(String database) {
        return server + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    @Override
    public void createDatabase(String name) {
        maintain("drop database if exists " + name + " (force)");
        maintain("create database " + name);
    }

    @Override
    public void discardDatabase(String name) {
        if (!transientData) {
            maintain("drop database if exists " + name + " (force)");
        }
    }

    @Override
    public OptionalLong cpuMicros() {
        return postmaster.isPresent() ? OptionalLong.of(CpuTime.ofTree(postmaster.get())) : OptionalLong.empty();
    }

    @Override
    public String description() {
        return "PostgreSQL, " + (transientData ? "started by the run" : "given") + ":\n\n```\n" + settings() + "\n```";
    }

    /** Its version and the settings that speed depends on, one a line. */
    private String settings() {
        return text("""
                select string_agg(name || ' = ' || current_setting(name), E'\\n' order by name)
                from pg_settings
                where name in ('server_version', 'shared_buffers', 'effective_cache_size', 'fsync',
                    'synchronous_commit', 'full_page_writes', 'max_wal_size', 'checkpoint_timeout', 'wal_compression',
                    'random_page_cost', 'autovacuum', 'data_checksums', 'io_method', 'max_connections',
                    'huge_pages_status')
                """);
    }

    private void maintain(String sql) {
        try (Connection connection = connect(maintenance);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses: " + sql, e);
        }
    }

    private String text(String sql) {
        try (Connection connection = connect(maintenance);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not describe itself", e);
        }
    }

    /** The main process of the server behind this connection, if it is on this machine. */
    static Optional<ProcessHandle> postmasterOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            OptionalLong backend = OptionalLong.of(rows.getLong(1));
            return ProcessHandle.of(backend.getAsLong())
                    .filter(process -> process.info()
                            .command()
                            .filter(Postgres::isPostgres)
                            .isPresent())
                    .flatMap(ProcessHandle::parent);
        }
    }

    private static boolean isPostgres(String command) {
        return command.endsWith("postgres");
    }
}
