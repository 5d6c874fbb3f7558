package dev.grantkeep.adapter.rest.message;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param body null is no body
 */
public record Reply(int status, @Nullable JsonNode body) {
    private static final String RETRY_AFTER_SECONDS = "1";

    public static Reply ok(Members members) {
        return new Reply(HttpStatus.OK.getCode(), members.build());
    }

    public static Reply noContent() {
        return new Reply(HttpStatus.NO_CONTENT.getCode(), null);
    }

    public MutableHttpResponse<byte[]> toHttp() {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(status));
        if (status == HttpStatus.UNAUTHORIZED.getCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Grantkeep\", charset=\"UTF-8\"");
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Grantkeep\"");
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return body == null
                ? response
                : response.contentType(MediaType.APPLICATION_JSON_TYPE).body(Json.write(body));
    }
}
