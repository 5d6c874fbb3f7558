package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.page.Pages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Pages on which the API is read and tried. All they load is in the jar. */
@Controller("/docs")
@ExecuteOn(Gate.SETTINGS_EXECUTOR)
final class DocsController {
    /** The version is a part of the path; a test asks for what is there. */
    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/5.35.0/swagger-ui";

    private static final String CACHED = "public, max-age=86400";

    private final Pages pages;

    DocsController(Pages pages) {
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> ofV3() {
        return page("3.0", "/openapi/authlete-3.json");
    }

    @Get("/authlete-2")
    HttpResponse<byte[]> ofV2() {
        return page("2.x", "/openapi/authlete-2.json");
    }

    @Get("/viewer.js")
    HttpResponse<byte[]> script() {
        return file("-bundle.js", "text/javascript;charset=utf-8");
    }

    @Get("/viewer.css")
    HttpResponse<byte[]> style() {
        return file(".css", "text/css;charset=utf-8");
    }

    private HttpResponse<byte[]> page(String dialect, String description) {
        return pages.asking("docs/index", Map.of("dialect", dialect, "description", description));
    }

    private static MutableHttpResponse<byte[]> file(String end, String type) {
        try (InputStream file = DocsController.class.getResourceAsStream(VIEWER + end)) {
            return HttpResponse.ok(Objects.requireNonNull(file, VIEWER + end).readAllBytes())
                    .contentType(type)
                    .header(HttpHeaders.CACHE_CONTROL, CACHED)
                    .header("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
