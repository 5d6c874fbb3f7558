package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.bootstrap.demo.DemoSessions.App;
import dev.grantkeep.domain.client.ClientId;
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
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An application that prints photos: it asks for access, uses its token, and sees what becomes of it. */
@Controller(DemoPages.APP)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoApp {
    private static final List<String> ASKABLE = List.of("read", "read write");

    private final DemoPages pages;
    private final DemoSessions sessions;
    private final DemoApi api;
    private final DemoAddress address;
    private final DemoLives lives;
    private final Clock clock;

    DemoApp(DemoPages pages, DemoSessions sessions, DemoApi api, DemoAddress address, DemoLives lives, Clock clock) {
        this.pages = pages;
        this.sessions = sessions;
        this.api = api;
        this.address = address;
        this.lives = lives;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return sessions.app(request)
                .filter(app -> app.access() != null)
                .map(app -> page(app, DemoForm.query(request)))
                .orElseGet(() -> DemoPages.go(DemoPages.START));
    }

    /** A POST: whoever only follows a link asks for nothing. */
    @Post("/connect")
    HttpResponse<byte[]> connect(HttpRequest<byte[]> request) {
        DemoForm form = DemoForm.body(request);
        String scope = ASKABLE.contains(form.text("scope")) ? form.text("scope") : ASKABLE.get(0);
        String client = form.text("client").equals("album")
                ? DemoStory.ALBUM.toString()
                : sessions.app(request).map(App::client).orElse(DemoStory.PRINTER.toString());
        String state = sessions.value();
        String verifier = sessions.value();
        String query = DemoForm.encode(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                address.base() + DemoPages.CALLBACK,
                "scope",
                scope,
                "state",
                state,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256");
        MutableHttpResponse<byte[]> on = DemoPages.go("/oauth/" + DemoStory.SERVICE + "/authorize?" + query);
        App app = sessions.app(request)
                .filter(current -> current.client().equals(client))
                .orElseGet(() -> App.before(client));
        sessions.app(request, on, app.asking(state, verifier));
        return on;
    }

    @Get("/callback")
    HttpResponse<byte[]> callback(HttpRequest<?> request) {
        DemoForm query = DemoForm.query(request);
        App app = sessions.app(request).orElse(null);
        if (app == null || app.state().isEmpty() || !app.state().equals(query.text("state"))) {
            return pages.say(
                    HttpStatus.BAD_REQUEST,
                    "This answer was not asked for",
                    "The application asked for nothing that this would be the answer to. Begin again.");
        }
        if (query.text("code").isEmpty()) {
            return app.access() == null
                    ? pages.say(
                            HttpStatus.OK,
                            "You said no",
                            "The application got nothing (" + query.text("error") + "). It may ask again.")
                    : DemoPages.go(DemoPages.APP + "?said=no");
        }
        return exchanged(
                request,
                app,
                api.client(
                        app.client(),
                        DemoForm.encode(
                                "grant_type",
                                "authorization_code",
                                "code",
                                query.text("code"),
                                "redirect_uri",
                                address.base() + DemoPages.CALLBACK,
                                "code_verifier",
                                app.verifier())));
    }

    @Post("/refresh")
    HttpResponse<byte[]> refresh(HttpRequest<byte[]> request) {
        App app = sessions.app(request).orElse(null);
        if (app == null || app.refresh() == null) {
            return DemoPages.go(DemoPages.START);
        }
        DemoApi.Made made = api.client(
                app.client(), DemoForm.encode("grant_type", "refresh_token", "refresh_token", app.refresh()));
        return made.status() == HttpStatus.OK.getCode()
                ? exchanged(request, app, made)
                : DemoPages.go(DemoPages.APP + "?said=refused");
    }

    private HttpResponse<byte[]> exchanged(HttpRequest<?> request, App app, DemoApi.Made made) {
        if (made.status() != HttpStatus.OK.getCode()) {
            return pages.say(
                    HttpStatus.BAD_REQUEST,
                    "There is no token",
                    "Grantkeep answered: " + made.text("error_description"));
        }
        JsonNode expiresIn = Objects.requireNonNull(made.json().get("expires_in"));
        MutableHttpResponse<byte[]> on = DemoPages.go(DemoPages.APP);
        sessions.app(
                request,
                on,
                app.with(
                        made.text("access_token"),
                        made.text("refresh_token"),
                        clock.now().getEpochSecond() + expiresIn.getLongValue(),
                        lives.why(new ClientId(Long.parseLong(app.client())), made.text("scope")),
                        made.curl()));
        return on;
    }

    private HttpResponse<byte[]> page(App app, DemoForm query) {
        String token = Objects.requireNonNull(app.access());
        DemoApi.Made seen = api.provider("/auth/introspection", DemoJson.of("token", token));
        boolean alive = seen.text("action").equals("OK");
        List<String> scopes = scopes(seen.json());
        Map<String, Object> values = new HashMap<>();
        values.put("client", app.client().equals(DemoStory.ALBUM.toString()) ? "Photo Album" : "Photo Printer");
        values.put("alive", alive);
        values.put("scopes", scopes);
        values.put("mayWrite", alive && scopes.contains("write"));
        values.put("seconds", Math.max(0, app.expires() - clock.now().getEpochSecond()));
        values.put("why", app.why());
        values.put("said", query.text("said"));
        values.put("tried", tried(query.text("try"), token));
        values.put("calls", List.of(app.call(), seen.curl()));
        return pages.show("app", values);
    }

    /** What the photos' server says to the application's token; empty if it was not asked. */
    private String tried(String what, String token) {
        return switch (what) {
            case "read", "write" -> {
                DemoApi.Made made = api.resource("/demo/photos/" + what, token);
                yield made.status() + " " + made.body();
            }
            default -> "";
        };
    }

    private static List<String> scopes(@Nullable JsonNode introspection) {
        JsonNode scopes = introspection == null ? null : introspection.get("scopes");
        return scopes == null || !scopes.isArray()
                ? List.of()
                : StreamSupport.stream(scopes.values().spliterator(), false)
                        .map(JsonNode::getStringValue)
                        .toList();
    }

    /** RFC 7636 section 4.2. */
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
