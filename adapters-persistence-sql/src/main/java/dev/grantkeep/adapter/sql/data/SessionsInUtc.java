package dev.grantkeep.adapter.sql.data;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Has every connection of the pool use UTC. Micronaut Data writes an instant as a {@link java.sql.Timestamp}, which H2
 * takes for a local time of its session: where clocks change, an hour of the year is there twice.
 */
@Singleton
final class SessionsInUtc implements BeanCreatedEventListener<DatasourceConfiguration> {
    private static final String SET = "set time zone 'UTC'";

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        @Nullable String further = pool.getConnectionInitSql();
        pool.setConnectionInitSql(further == null ? SET : SET + ";" + further);
        return pool;
    }
}
