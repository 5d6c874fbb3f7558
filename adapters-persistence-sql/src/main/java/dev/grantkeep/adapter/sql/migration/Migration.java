package dev.grantkeep.adapter.sql.migration;

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
            Flyway.configure()
                    .dataSource(pool)
                    .resourceProvider(schema)
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
        }
        return event.getBean();
    }
}
