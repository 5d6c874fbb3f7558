package dev.grantkeep.adapter.sql.migration;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Has Flyway apply the scripts of the database that is there, and no others. */
@Singleton
@Named(SchemaScripts.DATA_SOURCE)
final class SchemaScripts implements FlywayConfigurationCustomizer {
    static final String DATA_SOURCE = "default";

    @Override
    public String getName() {
        return DATA_SOURCE;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        flyway.resourceProvider(Schema.of(databaseOf(flyway))).javaMigrationClassProvider(List::of);
    }

    private static String databaseOf(FluentConfiguration flyway) {
        try (Connection connection = flyway.getDataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new FlywayException("the database cannot be reached: " + e.getMessage(), e);
        }
    }
}
