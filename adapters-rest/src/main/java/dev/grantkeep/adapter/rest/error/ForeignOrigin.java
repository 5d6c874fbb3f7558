package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Reply;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Objects;

/**
 * Gives the envelope to the refusal of a page of another origin, which Micronaut refuses on an address of this machine
 * before any endpoint is reached: such a page may not use that its user's browser runs beside Grantkeep.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ForeignOrigin implements ConditionalFilter, Ordered {
    /** Before the refusal, so that it comes by here on its way out. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.METRICS.before();
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.ORIGIN);
    }

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.FORBIDDEN.getCode() && response.body() == null) {
            Reply reply = CommonCodes.ORIGIN_FOREIGN.reply(Call.of(request).path());
            Reply.notStored(response)
                    .contentType(MediaType.APPLICATION_JSON_TYPE)
                    .body(Objects.requireNonNull(reply.body()));
        }
    }
}
