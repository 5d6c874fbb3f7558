package dev.grantkeep.bootstrap.log;

import dev.grantkeep.adapter.rest.signal.CallSignal;
import dev.grantkeep.adapter.rest.signal.CallWatch;
import dev.grantkeep.bootstrap.signal.Route;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a line for each request, where that is asked for: of its path the pattern, and nothing else that the caller chose. */
@Singleton
@Requires(property = CallLines.PROPERTY, value = "true")
final class CallLines implements CallWatch {
    static final String PROPERTY = "grantkeep.log.calls";

    private static final Logger LOG = LoggerFactory.getLogger("dev.grantkeep.calls");
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public void ended(CallSignal call, HttpRequest<?> request, HttpResponse<?> response) {
        double millis = Math.round(call.nanos() / NANOS_PER_MILLI * 1000) / 1000.0;
        String method = Route.method(request);
        String route = Route.pattern(request);
        String outcome = call.outcome(response.code()).label();
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", response.code())
                .addKeyValue("outcome", outcome)
                .addKeyValue("millis", millis)
                .log("{} {} {} {} {} ms", method, route, response.code(), outcome, millis);
    }
}
