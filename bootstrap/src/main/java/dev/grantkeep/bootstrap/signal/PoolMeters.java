package dev.grantkeep.bootstrap.signal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows what the connections to the store are doing, whichever store it is. */
@Singleton
final class PoolMeters implements MeterBinder {
    private final BeanProvider<PoolUse> pool;

    PoolMeters(BeanProvider<PoolUse> pool) {
        this.pool = pool;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        connections(registry, "used", PoolUse::used);
        connections(registry, "idle", PoolUse::idle);
        gauge("grantkeep.pool.waiting", "Who waits for a connection to the store", PoolUse::waiting)
                .register(registry);
        gauge("grantkeep.pool.most", "How many connections to the store there may be", PoolUse::most)
                .register(registry);
    }

    private void connections(MeterRegistry registry, String state, ToDoubleFunction<PoolUse> value) {
        gauge("grantkeep.pool.connections", "Connections to the store", value)
                .tag("state", state)
                .register(registry);
    }

    private Gauge.Builder<PoolMeters> gauge(String name, String description, ToDoubleFunction<PoolUse> value) {
        return Gauge.builder(name, this, meters -> value.applyAsDouble(meters.pool.get()))
                .description(description);
    }
}
