package dev.grantkeep.bootstrap.health;

import dev.grantkeep.adapter.mongo.connection.MongoHealth;
import dev.grantkeep.adapter.sql.health.SqlHealth;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.management.health.indicator.HealthIndicator;
import jakarta.inject.Singleton;

/** Up while a write to the store succeeds. */
@Factory
final class Indicators {
    @Singleton
    @Requires(property = "grantkeep.persistence", value = "sql")
    HealthIndicator sql(SqlHealth health) {
        return new Probe("sql", health::check, Probe.PATIENCE);
    }

    @Singleton
    @Requires(property = "grantkeep.persistence", value = "mongo")
    HealthIndicator mongo(MongoHealth health) {
        return new Probe("mongodb", health::check, Probe.PATIENCE);
    }
}
