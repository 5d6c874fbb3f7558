package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.openapi.Descriptions;
import dev.grantkeep.application.described.DescribedAnswers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;

/** Compares every answer of the API with its description. It comes last on the way out. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LooksAtAnswers implements Ordered {
    private static final DescribedAnswers DESCRIBED =
            new DescribedAnswers(Descriptions.json(Dialect.V2), Descriptions.json(Dialect.V3));

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void look(HttpRequest<?> request, MutableHttpResponse<?> response) {
        DESCRIBED.look(
                request.getMethodName(),
                request.getUri().getRawPath(),
                request.getHeaders().get(HttpHeaders.AUTHORIZATION),
                response.code(),
                response.getContentType().map(type -> type.getName()).orElse(null),
                bytes(response.body()));
    }

    private static byte[] bytes(Object body) {
        return switch (body) {
            case null -> null;
            case byte[] bytes -> bytes;
            case JsonNode node -> Json.write(node);
            default -> body.toString().getBytes(StandardCharsets.UTF_8);
        };
    }
}
