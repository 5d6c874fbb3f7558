package dev.grantkeep.adapter.sql.migration;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date before anything else uses the database. Flyway does it, and complains of a schema that is
 * not what the scripts made; it is not asked where its history says that just these scripts were applied, since its
 * answer would take a noticeable part of a start.
 */
@Singleton
final class Migration implements BeanCreatedEventListener<DataSource> {

    /** @throws FlywayException if the database cannot be reached or migrated */
    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource pool = DelegatingDataSource.unwrapDataSource(event.getBean());
        Schema schema;
        boolean upToDate;
        try (Connection connection = pool.getConnection()) {
            schema = Schema.of(connection.getMetaData().getDatabaseProductName());
            upToDate = History.of(connection).equals(schema.history());
        } catch (SQLException e) {
            throw new FlywayException("the database cannot be used: " + e.getMessage(), e);
        }
        if (!upToDate) {
            migrate(schema, unhurried(schema, pool));
        }
        return event.getBean();
    }

    /** Applies the scripts that are not applied yet. */
    static void migrate(Schema schema, DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .resourceProvider(schema)
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    /**
     * Connections that wait as long as a script takes: an index of a large table is not made within the time that a call
     * has. An embedded database has no such limits, and may end with its last connection.
     */
    private static DataSource unhurried(Schema schema, DataSource pool) {
        if (schema == Schema.H2) {
            return pool;
        }
        try {
            HikariDataSource settings = pool.unwrap(HikariDataSource.class);
            return new DriverDataSource(
                    settings.getJdbcUrl(),
                    settings.getDriverClassName(),
                    settings.getDataSourceProperties(),
                    settings.getUsername(),
                    settings.getPassword());
        } catch (SQLException e) {
            throw new FlywayException("the pool is not the one that is expected", e);
        }
    }
}
