package dev.grantkeep.bootstrap.stateful;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import dev.grantkeep.bootstrap.e2e.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends calls, and counts them. */
final class Caller {
    private static final Gson GSON = new Gson();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private long calls;

    Caller(URI base) {
        this.base = base;
    }

    /** Whom a call is made as. */
    record As(String key, String secret) {}

    long calls() {
        return calls;
    }

    Reply send(Dialect dialect, As as, String method, String path, @Nullable Map<String, Object> body) {
        calls++;
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", dialect.credentials(as.key(), as.secret()))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(GSON.toJson(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
