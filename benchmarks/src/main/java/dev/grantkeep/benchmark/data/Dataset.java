package dev.grantkeep.benchmark.data;

import dev.grantkeep.benchmark.postgres.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows written straight into the tables of one Grantkeep, because issuing millions of tokens would take hours. */
public final class Dataset {
    /** How many clients the service has. */
    public static final int CLIENTS = 1_000;

    /** Of the bulk's tokens every 50th is left for refreshing, so that the others stay as the load knows them. */
    public static final int REFRESH_STEP = 50;

    private final Postgres postgres;
    private final String database;
    private final Tenant tenant;

    public Dataset(Postgres postgres, String database, Tenant tenant) {
        this.postgres = postgres;
        this.database = database;
        this.tenant = tenant;
    }

    /** The functions that the other scripts use, and the clients. */
    public void prepare() {
        run("functions", Map.of());
        run("client", Map.of());
    }

    public void add(Shape shape) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("shape", shape.name());
        parameters.put("tokens", shape.tokens());
        parameters.put("pairs", shape.pairs());
        parameters.put("clients_of_subject", shape.clientsOfSubject());
        parameters.put("age", shape.age());
        run("grant_head", parameters);
        run("token", parameters);
    }

    /** The floor's own tables with as many rows. */
    public void addFloor(long tokens) {
        run("floor_token", Map.of("tokens", tokens));
        run("floor_refresh", Map.of("tokens", tokens));
    }

    /** Leaves the tables as they are in a database that runs for long: vacuumed, and written to disk. */
    public void settle() {
        execute("vacuum (analyze)");
        execute("checkpoint");
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses: " + sql, e);
        }
    }

    /** The first column of all rows. */
    public List<String> texts(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses: " + sql, e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    public Connection connect() throws SQLException {
        return postgres.connect(database);
    }

    private void run(String script, Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("service", tenant.service());
        all.put("client", tenant.client());
        all.put("clients", CLIENTS);
        try (Connection connection = connect()) {
            SqlScript.named(script).run(connection, all);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses the script " + script + ": " + e.getMessage(), e);
        }
    }
}
