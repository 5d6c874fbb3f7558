package dev.grantkeep.adapter.rest.signal;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Collection;

/** The first to see each request and the last to see its answer, which gets the request's id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallFilter implements Ordered {
    private final CallWatch[] watches;

    CallFilter(Collection<CallWatch> watches) {
        this.watches = watches.toArray(CallWatch[]::new);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        CallSignal call = CallSignal.begin(request);
        for (CallWatch watch : watches) {
            watch.began(call, request);
        }
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        CallSignal.of(request).ifPresent(call -> end(call, request, response));
    }

    private void end(CallSignal call, HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(RequestId.HEADER, call.requestId());
        for (CallWatch watch : watches) {
            watch.ended(call, request, response);
        }
    }
}
