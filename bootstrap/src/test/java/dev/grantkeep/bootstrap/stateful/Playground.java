package dev.grantkeep.bootstrap.stateful;

import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.e2e.Dialect;
import dev.grantkeep.bootstrap.e2e.SettableClock;
import dev.grantkeep.bootstrap.e2e.StoreMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The application on one store, with a clock that the sequences set. */
final class Playground implements AutoCloseable {
    private static final Caller.As OWNER_2 = new Caller.As("9000000002", "owner-secret-of-the-random-calls");
    private static final Caller.As OWNER_3 = new Caller.As("9000000002", "owner-access-token-of-the-random-calls");

    private final StoreMode store;
    private final Grantkeep grantkeep;
    private final SettableClock clock;
    private final Caller caller;

    Playground(StoreMode store) {
        this.store = store;
        Map<String, Object> settings = new HashMap<>(store.settings());
        settings.put("grantkeep.owner.api-key", OWNER_2.key());
        settings.put("grantkeep.owner.api-secret", OWNER_2.secret());
        settings.put("grantkeep.owner.access-token", OWNER_3.secret());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.sweeper.enabled", "false");
        settings.put(SettableClock.PROPERTY, "true");
        grantkeep = Grantkeep.start(settings);
        clock = grantkeep.context().getBean(SettableClock.class);
        caller = new Caller(grantkeep.uri());
    }

    StoreMode store() {
        return store;
    }

    Caller caller() {
        return caller;
    }

    Caller.As owner(Dialect dialect) {
        return dialect == Dialect.V2 ? OWNER_2 : OWNER_3;
    }

    void setClock(Instant now) {
        clock.set(now);
    }

    /** Reclaims all that is dead now. */
    void sweep() {
        Sweep sweep = grantkeep.context().getBean(Sweep.class);
        Sweep.Result result;
        do {
            result = sweep.handle(new Sweep.Command(1_000, 100));
        } while (!result.finished());
    }

    @Override
    public void close() {
        grantkeep.close();
    }
}
