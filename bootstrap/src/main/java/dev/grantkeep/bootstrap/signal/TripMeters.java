package dev.grantkeep.bootstrap.signal;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Trip;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Shows how many calls share a trip to the database, on SQL: the one counter divided by the other. */
@Singleton
@Requires(property = "grantkeep.persistence", value = "sql")
final class TripMeters implements MeterBinder {
    private final BeanProvider<Database> database;

    TripMeters(BeanProvider<Database> database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Trip trip : Trip.values()) {
            String label = Labels.of(trip);
            FunctionCounter.builder(
                            "grantkeep.trips",
                            database,
                            of -> of.get().trips(trip).count())
                    .description("Trips to the database")
                    .tag("trip", label)
                    .register(registry);
            FunctionCounter.builder(
                            "grantkeep.trip.calls",
                            database,
                            of -> of.get().trips(trip).calls())
                    .description("Calls that went with them")
                    .tag("trip", label)
                    .register(registry);
        }
    }
}
