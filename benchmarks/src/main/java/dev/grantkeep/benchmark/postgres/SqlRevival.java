package dev.grantkeep.benchmark.postgres;

import dev.grantkeep.benchmark.data.Revival;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Gives heads their generation back, on one connection. */
final class SqlRevival implements Revival {
    private final Tenant tenant;
    private final Connection connection;

    SqlRevival(SqlDataset data, Tenant tenant) {
        this.tenant = tenant;
        try {
            connection = data.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void revive(Shape pair) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    update grant_head
                    set generation = benchmark_generation('%s', 0), purge_marked_at = null, version = version + 1
                    where service_id = %d and client_id = %d and subject = '%s'
                    """.formatted(pair.name(), tenant.service(), tenant.client(), pair.subject(0)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
