package dev.grantkeep.bootstrap.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;

/** The photos: a resource server that asks Grantkeep about each token (RFC 6750). */
@Controller("/demo/photos")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoPhotos {
    private final DemoApi api;

    DemoPhotos(DemoApi api) {
        this.api = api;
    }

    @Get(uri = "/read", produces = MediaType.TEXT_PLAIN)
    HttpResponse<String> read(HttpRequest<?> request) {
        return guarded(request, "read", "Here are your photos: beach.jpg, cat.jpg");
    }

    @Get(uri = "/write", produces = MediaType.TEXT_PLAIN)
    HttpResponse<String> write(HttpRequest<?> request) {
        return guarded(request, "write", "beach.jpg is brighter now");
    }

    private HttpResponse<String> guarded(HttpRequest<?> request, String scope, String content) {
        String header = Objects.requireNonNullElse(request.getHeaders().get("Authorization"), "");
        String token = header.startsWith("Bearer ") ? header.substring(7) : "";
        DemoApi.Made seen = api.provider("/auth/introspection", DemoJson.of("token", token, "scopes", List.of(scope)));
        return switch (seen.text("action")) {
            case "OK" -> HttpResponse.ok(content);
            case "FORBIDDEN" -> refused(HttpStatus.FORBIDDEN, "The token does not allow: " + scope, seen);
            case "UNAUTHORIZED", "BAD_REQUEST" -> refused(HttpStatus.UNAUTHORIZED, "The token is dead", seen);
            default -> HttpResponse.serverError("Something went wrong");
        };
    }

    private static MutableHttpResponse<String> refused(HttpStatus status, String text, DemoApi.Made seen) {
        return HttpResponse.<String>status(status)
                .header("WWW-Authenticate", seen.text("responseContent"))
                .body(text);
    }
}
