package dev.grantkeep.bootstrap.demo;

import dev.grantkeep.bootstrap.demo.DemoSessions.Login;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The provider's page on which a user sees the applications that she connected, and takes back what she gave them. */
@Controller(DemoPages.ACCOUNT)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = "demo")
final class DemoAccount {
    private final DemoPages pages;
    private final DemoSessions sessions;
    private final DemoApi api;

    DemoAccount(DemoPages pages, DemoSessions sessions, DemoApi api) {
        this.pages = pages;
        this.sessions = sessions;
        this.api = api;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return sessions.login(request)
                .map(login -> page(login, DemoForm.query(request)))
                .orElseGet(() -> DemoPages.go(DemoPages.START));
    }

    /** The scopes of all tokens of the application are rewritten in one call. */
    @Post("/narrow")
    HttpResponse<byte[]> narrow(HttpRequest<byte[]> request) {
        return change(
                request,
                (login, client) -> api.provider(
                        "/client/authorization/update/" + client,
                        DemoJson.of("subject", login.user(), "scopes", List.of("read"))),
                "narrowed");
    }

    /** All tokens of the application end in one call. */
    @Post("/disconnect")
    HttpResponse<byte[]> disconnect(HttpRequest<byte[]> request) {
        return change(
                request,
                (login, client) -> {
                    api.provider("/client/granted_scopes/delete/" + client, DemoJson.of("subject", login.user()));
                    return api.provider("/client/authorization/delete/" + client, DemoJson.of("subject", login.user()));
                },
                "disconnected");
    }

    /** Grantkeep has such a page ready, which a provider sends its users to by a link. */
    @Post("/ready")
    HttpResponse<byte[]> ready(HttpRequest<byte[]> request) {
        return sessions.login(request)
                .map(login -> api.provider("/self_service/token", DemoJson.of("subject", login.user())))
                .filter(made -> made.text("action").equals("OK"))
                .map(made -> DemoPages.go(made.text("link")))
                .orElseGet(() -> DemoPages.go(DemoPages.START));
    }

    /** Who sits before the browser is somebody else from now on. */
    @Post("/logout")
    HttpResponse<byte[]> logout(HttpRequest<byte[]> request) {
        sessions.logout(request);
        return DemoPages.go(DemoPages.START);
    }

    /** A call that takes something back. */
    @FunctionalInterface
    private interface Change {
        DemoApi.Made make(Login login, String client);
    }

    private HttpResponse<byte[]> change(HttpRequest<byte[]> request, Change change, String done) {
        String client = DemoForm.body(request).text("client");
        boolean known = Stream.of(DemoStory.PRINTER, DemoStory.ALBUM, DemoStory.FRAME)
                .anyMatch(one -> client.equals(one.toString()));
        sessions.login(request).filter(login -> known).ifPresent(login -> change.make(login, client));
        return DemoPages.go(DemoPages.ACCOUNT + (known ? "?done=" + done : ""));
    }

    private HttpResponse<byte[]> page(Login login, DemoForm query) {
        DemoApi.Made list = api.provider("/client/authorization/get/list", DemoJson.of("subject", login.user()));
        List<Connected> connected = new ArrayList<>();
        for (JsonNode client : elements(list.json().get("clients"))) {
            String id = Objects.requireNonNull(client.get("clientId")).coerceStringValue();
            connected.add(new Connected(id, name(client), granted(id, login)));
        }
        return pages.show(
                "account",
                Map.of("user", login.user(), "clients", connected, "done", query.text("done"), "call", list.curl()));
    }

    /** What its tokens allow now. */
    private List<String> granted(String client, Login login) {
        DemoApi.Made tokens = api.providerGet(
                "/auth/token/get/list?clientIdentifier=" + client + "&subject=" + login.user() + "&tokenStatus=VALID");
        return elements(tokens.json().get("accessTokens")).stream()
                .flatMap(token -> elements(token.get("scopes")).stream())
                .map(JsonNode::getStringValue)
                .distinct()
                .toList();
    }

    private static String name(JsonNode client) {
        JsonNode name = client.get("clientName");
        return name == null ? "An application" : name.getStringValue();
    }

    private static List<JsonNode> elements(@Nullable JsonNode array) {
        return array == null || !array.isArray()
                ? List.of()
                : StreamSupport.stream(array.values().spliterator(), false).toList();
    }
}
