package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.bootstrap.demo.DemoSessions.Login;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The provider's page for login and consent: whoever is asked for says who it is, without a password. */
@Controller(DemoPages.LOGIN)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoLogin {
    static final List<String> USERS = List.of("anna", "bert", "carla");
    private static final String TICKET = "ticket";

    private final DemoPages pages;
    private final DemoSessions sessions;
    private final DemoApi api;
    private final Clock clock;

    DemoLogin(DemoPages pages, DemoSessions sessions, DemoApi api, Clock clock) {
        this.pages = pages;
        this.sessions = sessions;
        this.api = api;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        String ticket = DemoForm.query(request).text(TICKET);
        DemoApi.Made told = told(ticket);
        JsonNode asked = asked(told);
        if (asked == null) {
            return gone();
        }
        Login login = sessions.login(request).orElse(null);
        return login == null || !DemoForm.query(request).text("who").isEmpty()
                ? pages.show("login", Map.of(TICKET, ticket, "users", USERS, "call", told.curl()))
                : pages.show(
                        "consent",
                        Map.of(
                                TICKET,
                                ticket,
                                "user",
                                login.user(),
                                "client",
                                text(asked.get("client"), "clientName"),
                                "scopes",
                                scopes(asked),
                                "call",
                                told.curl()));
    }

    @Post
    HttpResponse<byte[]> decide(HttpRequest<byte[]> request) {
        DemoForm form = DemoForm.body(request);
        String ticket = form.text(TICKET);
        if (asked(told(ticket)) == null) {
            return gone();
        }
        if (USERS.contains(form.text("user"))) {
            MutableHttpResponse<byte[]> on = DemoPages.go(DemoPages.LOGIN + "?" + DemoForm.encode(TICKET, ticket));
            sessions.login(on, new Login(form.text("user"), clock.now().getEpochSecond()));
            return on;
        }
        return switch (form.text("answer")) {
            case "allow" ->
                sessions.login(request)
                        .map(login -> answer(api.provider(
                                "/auth/authorization/issue",
                                DemoJson.of(TICKET, ticket, "subject", login.user(), "authTime", login.since()))))
                        .orElseGet(() -> DemoPages.go(DemoPages.LOGIN + "?" + DemoForm.encode(TICKET, ticket)));
            case "deny" ->
                answer(api.provider("/auth/authorization/fail", DemoJson.of(TICKET, ticket, "reason", "DENIED")));
            default -> DemoPages.go(DemoPages.LOGIN + "?" + DemoForm.encode(TICKET, ticket));
        };
    }

    private DemoApi.Made told(String ticket) {
        return api.provider("/auth/authorization/ticket/info", DemoJson.of(TICKET, ticket));
    }

    /** What the ticket is about; null if it was used, or never was. */
    private static @Nullable JsonNode asked(DemoApi.Made told) {
        return told.text("action").equals("OK")
                ? Json.read(text(Objects.requireNonNull(told.json().get("info")), "context"))
                : null;
    }

    private static List<Asked> scopes(JsonNode asked) {
        List<Asked> scopes = new ArrayList<>();
        JsonNode list = asked.get("scopes");
        if (list != null) {
            list.values().forEach(scope -> scopes.add(new Asked(text(scope, "name"), text(scope, "description"))));
        }
        return scopes;
    }

    private HttpResponse<byte[]> answer(DemoApi.Made made) {
        return made.text("action").equals("LOCATION") ? DemoPages.go(made.text("responseContent")) : gone();
    }

    private HttpResponse<byte[]> gone() {
        return pages.say(
                HttpStatus.BAD_REQUEST,
                "This request was answered already",
                "A request for access is answered once. Go back to the application, and let it ask again.");
    }

    private static String text(@Nullable JsonNode of, String name) {
        JsonNode member = of == null ? null : of.get(name);
        return member == null || !member.isString() ? "" : member.getStringValue();
    }
}
