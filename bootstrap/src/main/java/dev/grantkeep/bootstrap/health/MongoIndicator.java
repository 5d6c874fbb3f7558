package dev.grantkeep.bootstrap.health;

import dev.grantkeep.adapter.mongo.connection.MongoHealth;
import io.micronaut.context.annotation.Requires;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Up while a write to MongoDB succeeds. */
@Singleton
@Requires(property = "grantkeep.persistence", value = "mongo")
final class MongoIndicator implements HealthIndicator {
    private final Probe probe;

    MongoIndicator(MongoHealth health) {
        probe = new Probe("mongodb", health::check, Probe.PATIENCE);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return probe.result();
    }
}
