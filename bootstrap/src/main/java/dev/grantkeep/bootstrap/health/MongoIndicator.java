package dev.grantkeep.bootstrap.health;

import dev.grantkeep.adapter.mongo.connection.MongoHealth;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** Up while MongoDB answers. */
@Singleton
@Requires(property = "grantkeep.persistence", value = "mongo")
final class MongoIndicator extends AbstractHealthIndicator<Map<String, String>> {
    private final MongoHealth health;

    MongoIndicator(MongoHealth health) {
        this.health = health;
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        health.check();
        healthStatus = HealthStatus.UP;
        return Map.of();
    }

    @Override
    protected String getName() {
        return "mongodb";
    }
}
