package dev.grantkeep.bootstrap.e2e;

import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.bootstrap.Grantkeep;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The real application on a free port, started once for each store and shared by all tests of this JVM. */
final class RunningGrantkeep {
    static final String OWNER_KEY = "9000000001";
    static final String OWNER_SECRET = "owner-secret-of-the-end-to-end-tests";
    static final String OWNER_ACCESS_TOKEN = "owner-access-token-of-the-end-to-end-tests";

    private static final Map<StoreMode, RunningGrantkeep> RUNNING = new EnumMap<>(StoreMode.class);

    private final Grantkeep grantkeep;
    private final SettableClock clock;

    private RunningGrantkeep(StoreMode mode) {
        Map<String, Object> settings = new HashMap<>(mode.settings());
        settings.putAll(owner());
        settings.put("micronaut.server.port", "-1");
        settings.put("grantkeep.sweeper.enabled", "false");
        settings.put(SettableClock.PROPERTY, "true");
        grantkeep = Grantkeep.start(settings);
        clock = grantkeep.context().getBean(SettableClock.class);
        Runtime.getRuntime().addShutdownHook(new Thread(grantkeep::close));
    }

    static synchronized RunningGrantkeep on(StoreMode mode) {
        return RUNNING.computeIfAbsent(mode, RunningGrantkeep::new);
    }

    static Map<String, String> owner() {
        return Map.of(
                "grantkeep.owner.api-key", OWNER_KEY,
                "grantkeep.owner.api-secret", OWNER_SECRET,
                "grantkeep.owner.access-token", OWNER_ACCESS_TOKEN);
    }

    URI uri() {
        return grantkeep.uri();
    }

    /** All that it answers. */
    Stream<UriRouteInfo<?, ?>> routes() {
        return grantkeep.context().getBean(Router.class).uriRoutes().map(route -> route);
    }

    SettableClock clock() {
        return clock;
    }

    /** Reclaims all that is dead now; says how much that was. */
    long sweep() {
        Sweep sweep = grantkeep.context().getBean(Sweep.class);
        long reclaimed = 0;
        Sweep.Result result;
        do {
            result = sweep.handle(new Sweep.Command(1_000, 100));
            reclaimed += result.reclaimed();
        } while (!result.finished());
        return reclaimed;
    }
}
