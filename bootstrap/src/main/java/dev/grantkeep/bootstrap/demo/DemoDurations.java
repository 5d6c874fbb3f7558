package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Objects;

/** How long tokens live by the settings of service, scope and client: the articles' two tables, with numbers to change. */
@Controller(DemoPages.DURATIONS)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoDurations {
    private static final long MOST = 31_536_000;

    private final DemoPages pages;
    private final DemoLives lives;
    private final DemoData data;
    private final ServiceStore services;
    private final ClientStore clients;

    DemoDurations(DemoPages pages, DemoLives lives, DemoData data, ServiceStore services, ClientStore clients) {
        this.pages = pages;
        this.lives = lives;
        this.data = data;
        this.services = services;
        this.clients = clients;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        Service service = services.find(DemoStory.SERVICE).orElseThrow();
        Client album = clients.find(DemoStory.SERVICE, DemoStory.ALBUM).orElseThrow();
        return pages.show(
                "durations",
                Map.of(
                        "service",
                        Objects.requireNonNull(service.settings().durations().access())
                                .seconds(),
                        "album",
                        Objects.requireNonNull(album.settings().durations().access())
                                .seconds(),
                        "byScope",
                        lives.byScope(),
                        "byClient",
                        lives.byClient()));
    }

    @Post
    HttpResponse<byte[]> change(HttpRequest<byte[]> request) {
        DemoForm form = DemoForm.body(request);
        long service = seconds(form.text("service"));
        long album = seconds(form.text("album"));
        if (service == 0 || album == 0) {
            return pages.say(
                    HttpStatus.BAD_REQUEST,
                    "That is no duration",
                    "A duration is a whole number of seconds, from 1 to " + MOST + ".");
        }
        data.lasting(service, album);
        return DemoPages.go(DemoPages.DURATIONS);
    }

    /** 0 is none. */
    private static long seconds(String text) {
        boolean number = !text.isEmpty() && text.length() <= 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long seconds = number ? Long.parseLong(text) : 0;
        return seconds <= MOST ? seconds : 0;
    }
}
