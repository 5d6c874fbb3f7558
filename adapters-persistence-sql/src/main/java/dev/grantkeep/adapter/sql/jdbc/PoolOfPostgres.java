package dev.grantkeep.adapter.sql.jdbc;

import com.zaxxer.hikari.util.DriverDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Has the connections to PostgreSQL keep to time limits; the embedded database knows none of these settings. */
@Singleton
final class PoolOfPostgres implements BeanCreatedEventListener<DatasourceConfiguration> {
    private final PostgresSettings settings;

    PoolOfPostgres(PostgresSettings settings) {
        this.settings = settings;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        String url = String.valueOf(pool.getJdbcUrl());
        if (url.startsWith("jdbc:postgresql:") && pool.getDataSource() == null) {
            pool.setConnectionInitSql(settings.session(url) + initOf(pool));
            pool.setDataSource(new PatientConnecting(driver(pool)));
            if (pool.getExceptionOverride() == null) {
                pool.setExceptionOverride(new DeadConnections(settings.socketTimeout(), System::nanoTime));
            }
        }
        return pool;
    }

    private static String initOf(DatasourceConfiguration pool) {
        @Nullable String given = pool.getConnectionInitSql();
        return given == null ? "" : given;
    }

    private DriverDataSource driver(DatasourceConfiguration pool) {
        Properties properties = new Properties();
        properties.putAll(settings.properties());
        for (Map.Entry<Object, Object> given : pool.getDataSourceProperties().entrySet()) {
            properties.put(given.getKey(), String.valueOf(given.getValue()));
        }
        return new DriverDataSource(
                pool.getJdbcUrl(), pool.getDriverClassName(), properties, pool.getUsername(), pool.getPassword());
    }
}
