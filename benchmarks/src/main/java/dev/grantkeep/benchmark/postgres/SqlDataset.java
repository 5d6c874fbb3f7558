package dev.grantkeep.benchmark.postgres;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Revival;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.StoredBytes;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.domain.token.TokenValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows written straight into the tables by the scripts in {@code resources/sql}. */
final class SqlDataset implements Dataset {
    private final Postgres postgres;
    private final String database;
    private final Tenant tenant;

    SqlDataset(Postgres postgres, String database, Tenant tenant) {
        this.postgres = postgres;
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public void prepare() {
        run("functions", Map.of());
        run("client", Map.of());
    }

    @Override
    public void add(Shape shape) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("shape", shape.name());
        parameters.put("tokens", shape.tokens());
        parameters.put("pairs", shape.pairs());
        parameters.put("clients_of_subject", shape.clientsOfSubject());
        parameters.put("age", shape.age().toSeconds() + " s");
        parameters.put("between", shape.between().toNanos() / 1_000 + " us");
        parameters.put("scopes", shape.scopes());
        run("grant_head", parameters);
        run("token", parameters);
    }

    @Override
    public void addCodes(Shape shape, String issued, long count) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("shape", shape.name());
        parameters.put("pairs", shape.pairs());
        parameters.put("clients_of_subject", shape.clientsOfSubject());
        parameters.put(
                "issued", HexFormat.of().formatHex(new TokenValue(issued).hash().bytes()));
        parameters.put("codes", count);
        run("code", parameters);
    }

    @Override
    public void addFloor(long tokens) {
        run("floor_token", Map.of("tokens", tokens));
        run("floor_refresh", Map.of("tokens", tokens));
    }

    @Override
    public void settle() {
        execute("vacuum (analyze)");
        execute("checkpoint");
        warm();
    }

    /**
     * Reads what is looked up into the shared buffers, as it is there after hours of work. A server that does not have
     * the extension warms up by what it is asked.
     */
    private void warm() {
        if (number("select count(*) from pg_available_extensions where name = 'pg_prewarm'") > 0) {
            execute("create extension if not exists pg_prewarm");
            execute("""
                    select pg_prewarm(oid) from pg_class
                    where relname in ('token', 'token_access', 'grant_head', 'grant_head_pkey', 'floor_token',
                        'floor_token_pkey')
                    """);
        }
    }

    @Override
    public List<String> refreshTokens(Shape bulk, int first, int count) {
        return texts("""
                select benchmark_refresh(id) || ' ' || client_id
                from generate_series(%1$d, %2$d) k
                join token on access_hash = benchmark_hash(benchmark_access('%3$s', k * %4$d::bigint))
                """.formatted(first, first + count - 1, bulk.name(), REFRESH_STEP));
    }

    @Override
    public List<String> floorRefreshTokens(int first, int count) {
        return texts("""
                select benchmark_refresh(benchmark_id('f', k * %3$d::bigint, 0)) || ' 1'
                from generate_series(%1$d, %2$d) k
                """.formatted(first, first + count - 1, REFRESH_STEP));
    }

    @Override
    public long endingTokens() {
        return number("select count(*) from token where purge_at < now() + interval '1 hour'");
    }

    @Override
    public boolean hasExpiredTokens() {
        return number("select count(*) from (select 1 from token where purge_at < now() limit 1) t") > 0;
    }

    @Override
    public Revival revival() {
        return new SqlRevival(this, tenant);
    }

    @Override
    public StoredBytes bytes() {
        return new SqlBytes(this).stored();
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses: " + sql, e);
        }
    }

    /** The first column of all rows. */
    List<String> texts(String sql) {
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

    long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    Connection connect() throws SQLException {
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
