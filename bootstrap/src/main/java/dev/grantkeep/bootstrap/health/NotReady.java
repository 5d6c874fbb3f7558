package dev.grantkeep.bootstrap.health;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/** Says that a server which has been told to stop is not ready, whatever its store does. */
@ServerFilter(NotReady.READINESS)
final class NotReady implements Ordered {
    static final String READINESS = "/health/readiness";

    private final Stopping stopping;

    NotReady(Stopping stopping) {
        this.stopping = stopping;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return stopping.hasBegun() && request.getPath().equals(READINESS)
                ? HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .body("{\"status\":\"DOWN\"}")
                : null;
    }
}
