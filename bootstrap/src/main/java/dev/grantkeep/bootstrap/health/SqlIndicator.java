package dev.grantkeep.bootstrap.health;

import dev.grantkeep.adapter.sql.health.SqlHealth;
import io.micronaut.context.annotation.Requires;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Up while a write to the SQL database succeeds. */
@Singleton
@Requires(property = "grantkeep.persistence", value = "sql")
final class SqlIndicator implements HealthIndicator {
    private final Probe probe;

    SqlIndicator(SqlHealth health) {
        probe = new Probe("sql", health::check, Probe.PATIENCE);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return probe.result();
    }
}
