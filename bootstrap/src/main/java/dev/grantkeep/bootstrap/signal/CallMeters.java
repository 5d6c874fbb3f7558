package dev.grantkeep.bootstrap.signal;

import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.signal.CallOutcome;
import dev.grantkeep.adapter.rest.signal.CallSignal;
import dev.grantkeep.adapter.rest.signal.CallWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls and takes their time. The meters of an endpoint are made at its first call and then found by the identity
 * of its route, so that a call costs two look-ups and no text.
 */
@Singleton
final class CallMeters implements CallWatch {
    private final MeterRegistry registry;
    private final EndpointMeters nowhere;

    /** Replaced when an endpoint has its first call, so that all others can read it without a lock. */
    private volatile Map<RouteInfo<?>, ByCaller> endpoints = new IdentityHashMap<>();

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
        nowhere = new EndpointMeters(registry, Route.NOWHERE);
    }

    /** The meters of an endpoint, by whether the caller has shown a token. */
    private record ByCaller(EndpointMeters withToken, EndpointMeters without) {
        EndpointMeters of(HttpRequest<?> request) {
            return withToken != without && showsToken(request) ? withToken : without;
        }

        private static boolean showsToken(HttpRequest<?> request) {
            @Nullable String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
            return shown != null && Call.hasToken(shown);
        }
    }

    @Override
    public void ended(CallSignal call, HttpRequest<?> request, HttpResponse<?> response) {
        CallOutcome outcome = call.outcome(response.code());
        metersOf(request).count(outcome, call.nanos());
    }

    private EndpointMeters metersOf(HttpRequest<?> request) {
        @Nullable RouteInfo<?> route = Route.info(request);
        if (route == null) {
            return nowhere;
        }
        @Nullable ByCaller known = endpoints.get(route);
        return (known == null ? added(route) : known).of(request);
    }

    private synchronized ByCaller added(RouteInfo<?> route) {
        @Nullable ByCaller known = endpoints.get(route);
        if (known != null) {
            return known;
        }
        ByCaller meters = made(route);
        Map<RouteInfo<?>, ByCaller> more = new IdentityHashMap<>(endpoints);
        more.put(route, meters);
        endpoints = more;
        return meters;
    }

    private ByCaller made(RouteInfo<?> info) {
        Route withToken = Route.of(info, true);
        Route without = Route.of(info, false);
        EndpointMeters meters = new EndpointMeters(registry, without);
        return new ByCaller(withToken.equals(without) ? meters : new EndpointMeters(registry, withToken), meters);
    }
}
