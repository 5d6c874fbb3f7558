package dev.grantkeep.bootstrap.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/** Where the story begins. */
@Controller(DemoPages.START)
@Requires(env = "demo")
final class DemoStart {
    private final DemoPages pages;
    private final DemoSessions sessions;

    DemoStart(DemoPages pages, DemoSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Get
    HttpResponse<byte[]> start(HttpRequest<?> request) {
        return pages.show("start", Map.of("begun", sessions.app(request).isPresent()));
    }
}
