package dev.grantkeep.adapter.sql.migration;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The scripts of both databases are in {@code common}; what differs is in the directory of the database's name. */
@Singleton
@Named(SchemaLocations.DATA_SOURCE)
final class SchemaLocations implements FlywayConfigurationCustomizer {
    static final String DATA_SOURCE = "default";

    @Override
    public String getName() {
        return DATA_SOURCE;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        flyway.locations("classpath:db/migration/common", "classpath:db/migration/" + databaseOf(flyway));
    }

    private static String databaseOf(FluentConfiguration flyway) {
        try (Connection connection = flyway.getDataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new FlywayException("the database cannot be reached: " + e.getMessage(), e);
        }
    }
}
