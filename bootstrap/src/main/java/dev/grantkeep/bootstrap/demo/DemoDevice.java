package dev.grantkeep.bootstrap.demo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The provider's page for devices (RFC 8628 section 3.3). Whoever comes with the code in the address is asked all the same,
 * for a stranger may have sent that address (section 5.4); and an address may get only so many codes wrong.
 */
@Controller(DemoPages.DEVICE)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoDevice {
    private static final int MOST_MISSES = 10;
    private static final int MOST_ADDRESSES = 1_000;
    private static final String CODE = "user_code";

    private final Cache<InetAddress, AtomicInteger> misses = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final DemoPages pages;
    private final DemoSessions sessions;
    private final DemoApi api;
    private final Clock clock;

    DemoDevice(DemoPages pages, DemoSessions sessions, DemoApi api, Clock clock) {
        this.pages = pages;
        this.sessions = sessions;
        this.api = api;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return enter(HttpStatus.OK, normalized(DemoForm.query(request).text(CODE)), "");
    }

    @Post
    HttpResponse<byte[]> decide(HttpRequest<byte[]> request) {
        DemoForm form = DemoForm.body(request);
        String code = normalized(form.text(CODE));
        if (missesOf(request).get() >= MOST_MISSES) {
            return enter(HttpStatus.TOO_MANY_REQUESTS, "", "Too many codes were wrong: try again in a minute.");
        }
        DemoApi.Made seen = api.provider("/device/verification", DemoJson.of("userCode", code));
        return switch (seen.text("action")) {
            case "VALID" -> decide(request, form, code, seen);
            case "EXPIRED" -> enter(HttpStatus.OK, "", "The code has expired: let the device show another one.");
            case "NOT_EXIST" -> {
                missesOf(request).incrementAndGet();
                yield enter(
                        HttpStatus.OK, code, "There is no such code, or it was answered: look at the device again.");
            }
            default -> enter(HttpStatus.OK, code, "That cannot be looked up now: try again in a minute.");
        };
    }

    private HttpResponse<byte[]> decide(HttpRequest<?> request, DemoForm form, String code, DemoApi.Made seen) {
        if (DemoLogin.USERS.contains(form.text("user"))) {
            Login login = new Login(form.text("user"), clock.now().getEpochSecond());
            MutableHttpResponse<byte[]> asked = ask(login, code, seen);
            sessions.login(asked, login);
            return asked;
        }
        Login login = sessions.login(request).orElse(null);
        if (login == null) {
            return pages.show("devicelogin", Map.of("code", code, "users", DemoLogin.USERS));
        }
        return switch (form.text("answer")) {
            case "allow" ->
                answered(
                        api.provider(
                                "/device/complete",
                                DemoJson.of(
                                        "userCode",
                                        code,
                                        "result",
                                        "AUTHORIZED",
                                        "subject",
                                        login.user(),
                                        "authTime",
                                        login.since())),
                        "The device has access",
                        "You can put this one away, and go on at the device.");
            case "deny" ->
                answered(
                        api.provider("/device/complete", DemoJson.of("userCode", code, "result", "ACCESS_DENIED")),
                        "The device gets nothing",
                        "If somebody sent you here, tell nobody the code.");
            default -> ask(login, code, seen);
        };
    }

    private MutableHttpResponse<byte[]> ask(Login login, String code, DemoApi.Made seen) {
        return pages.show(
                "deviceask",
                Map.of(
                        "code",
                        code,
                        "user",
                        login.user(),
                        "client",
                        seen.text("clientName"),
                        "scopes",
                        scopes(seen),
                        "call",
                        seen.curl()));
    }

    private HttpResponse<byte[]> answered(DemoApi.Made made, String title, String text) {
        return made.text("action").equals("SUCCESS")
                ? pages.say(HttpStatus.OK, title, text)
                : enter(HttpStatus.OK, "", "The code was answered already, or has expired.");
    }

    private static List<Asked> scopes(DemoApi.Made seen) {
        List<Asked> scopes = new ArrayList<>();
        JsonNode list = seen.json().get("scopes");
        if (list != null) {
            list.values().forEach(scope -> scopes.add(new Asked(text(scope, "name"), text(scope, "description"))));
        }
        return scopes;
    }

    private static String text(JsonNode of, String name) {
        JsonNode member = of.get(name);
        return member == null || !member.isString() ? "" : member.getStringValue();
    }

    private HttpResponse<byte[]> enter(HttpStatus status, String code, String said) {
        return pages.show(status, "device", Map.of("code", code, "said", said));
    }

    /** Codes have one case, and neither spaces nor dashes, however people type them. */
    private static String normalized(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private AtomicInteger missesOf(HttpRequest<?> request) {
        return misses.get(request.getRemoteAddress().getAddress(), address -> new AtomicInteger());
    }
}
