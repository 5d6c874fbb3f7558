package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.bootstrap.demo.DemoSessions.Tv;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;

/** A picture frame on the wall, which has no keyboard: it shows a code and asks again and again (RFC 8628). */
@Controller(DemoPages.TV)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoTv {
    private static final int GROUP = 5;

    private final DemoPages pages;
    private final DemoSessions sessions;
    private final DemoApi api;

    DemoTv(DemoPages pages, DemoSessions sessions, DemoApi api) {
        this.pages = pages;
        this.sessions = sessions;
        this.api = api;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        Tv tv = sessions.tv(request).orElse(Tv.OFF);
        return pages.show(
                "tv",
                Map.of(
                        "code",
                        grouped(tv.userCode()),
                        "page",
                        tv.page(),
                        "complete",
                        tv.complete(),
                        "said",
                        tv.said(),
                        "calls",
                        List.of(tv.call())));
    }

    @Post("/start")
    HttpResponse<byte[]> start(HttpRequest<byte[]> request) {
        DemoApi.Made made = api.device(DemoStory.FRAME.toString(), DemoForm.encode("scope", "read"));
        if (made.status() != HttpStatus.OK.getCode()) {
            return pages.say(
                    HttpStatus.BAD_REQUEST,
                    "There is no code",
                    "Grantkeep answered: " + made.text("error_description"));
        }
        return on(
                request,
                new Tv(
                        made.text("device_code"),
                        made.text("user_code"),
                        made.text("verification_uri"),
                        made.text("verification_uri_complete"),
                        "",
                        made.curl()));
    }

    @Post("/poll")
    HttpResponse<byte[]> poll(HttpRequest<byte[]> request) {
        Tv tv = sessions.tv(request).orElse(Tv.OFF);
        if (tv.deviceCode().isEmpty()) {
            return DemoPages.go(DemoPages.TV);
        }
        DemoApi.Made made = api.client(
                DemoStory.FRAME.toString(),
                DemoForm.encode(
                        "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", tv.deviceCode()));
        return on(
                request,
                switch (made.text("error")) {
                    case "" -> tv.over(photos(made.text("access_token")), made.curl());
                    case "authorization_pending" -> tv.told("Nobody has answered yet.", made.curl());
                    case "slow_down" ->
                        tv.told("That was too soon: from now on the frame waits five seconds longer.", made.curl());
                    case "access_denied" -> tv.over("You said no.", made.curl());
                    case "expired_token" -> tv.over("The code has expired.", made.curl());
                    default -> tv.over("The frame got nothing (" + made.text("error") + ").", made.curl());
                });
    }

    private String photos(String token) {
        return "The frame may see your photos. "
                + api.resource("/demo/photos/read", token).body();
    }

    private HttpResponse<byte[]> on(HttpRequest<?> request, Tv tv) {
        MutableHttpResponse<byte[]> on = DemoPages.go(DemoPages.TV);
        sessions.tv(request, on, tv);
        return on;
    }

    /** As people read it. */
    private static String grouped(String code) {
        return code.length() <= GROUP ? code : code.substring(0, GROUP) + "-" + code.substring(GROUP);
    }
}
