package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The API as one caller uses it: plain HTTP, no library in between, so that odd requests can be made too.
 *
 * @param service the service that endpoints without a leading slash belong to
 * @param authorization the Authorization header; null sends none
 */
record Api(
        URI base, Dialect dialect, long service, @Nullable String authorization) {
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Api as(@Nullable String otherAuthorization) {
        return new Api(base, dialect, service, otherAuthorization);
    }

    Api of(long otherService) {
        return new Api(base, dialect, otherService, authorization);
    }

    Answer get(String endpoint) {
        return send("GET", endpoint, null, null);
    }

    Answer delete(String endpoint) {
        return send("DELETE", endpoint, null, null);
    }

    /** JSON of the names and values in turn. */
    Answer post(String endpoint, Object... namesAndValues) {
        return postJson(endpoint, Json.text(namesAndValues));
    }

    Answer postJson(String endpoint, String body) {
        return send("POST", endpoint, JSON, body.getBytes(UTF_8));
    }

    Answer postForm(String endpoint, String body) {
        return send("POST", endpoint, FORM, body.getBytes(UTF_8));
    }

    /**
     * Any request.
     *
     * @param headers further names and values in turn
     */
    Answer send(
            String method, String endpoint, @Nullable String contentType, byte @Nullable [] body, String... headers) {
        String path = endpoint.startsWith("/") ? endpoint : dialect.path(endpoint, service);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", JSON)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return StrictShape.check(dialect, exchange(request.build()));
    }

    private static Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString(UTF_8));
            Answer answer = new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
            QuietLog.learnSecrets(answer.text());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
