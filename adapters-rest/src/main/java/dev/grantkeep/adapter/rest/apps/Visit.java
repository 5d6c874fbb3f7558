package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Form;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.page.Page;
import dev.grantkeep.adapter.rest.page.Pages;
import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Brand;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.value.PlainText;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request of a browser to the pages of one service, and the answers to it. */
final class Visit {
    static final String TOKEN = "token";
    static final String CLIENT = "client";
    static final String SEEN = "seen";
    static final String KEEP = "keep";
    static final String GUARD = "guard";

    private static final String COOKIE = "grantkeep_apps";
    private static final int LARGEST_FORM = 64 * 1024;
    private static final byte[] NO_BODY = {};

    private final HttpRequest<?> request;
    private final Service service;
    private final AppsAddress address;
    private final Pages pages;
    private final Texts texts;
    private final Map<String, List<String>> parameters;
    private final TreeSet<String> pictures = new TreeSet<>();

    /**
     * @throws BadRequest if the query or the form is malformed
     */
    Visit(HttpRequest<?> request, Service service, AppsAddress address, Pages pages) {
        this.request = request;
        this.service = service;
        this.address = address;
        this.pages = pages;
        this.texts = texts(request);
        this.parameters = Form.parse(request.getMethod().permitsRequestBody() ? form() : query());
        picture(brand().logo());
    }

    /** In which language the browser is. */
    static Texts texts(HttpRequest<?> request) {
        return Texts.of(String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private String query() {
        return Objects.requireNonNullElse(request.getUri().getRawQuery(), "");
    }

    private String form() {
        byte[] body = request.getBody(byte[].class).orElse(NO_BODY);
        boolean form = request.getContentType()
                .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isPresent();
        if (!form || body.length > LARGEST_FORM) {
            throw new BadRequest("This is no form of the page.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    Service service() {
        return service;
    }

    Texts texts() {
        return texts;
    }

    Brand brand() {
        return service.settings().front().brand();
    }

    /** The first value of a parameter; empty if there is none. */
    String parameter(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    Optional<ClientId> client() {
        return new ClientIdentifier(parameter(CLIENT)).asId();
    }

    /** The scopes to be kept; what is none is left out. */
    ScopeSet kept() {
        return ScopeSet.of(parameters.getOrDefault(KEEP, List.of()).stream()
                .filter(ScopeName::isValid)
                .map(ScopeName::new)
                .toList());
    }

    /** A whole number that is not negative; 0 where there is none. */
    long number(String name) {
        String text = parameter(name);
        return PlainText.isNumber(text, 15) ? Long.parseLong(text) : 0;
    }

    /** By what the browser shows whose session it has; null for nothing. */
    @Nullable
    String cookie() {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElse(null);
    }

    /** Whether a form was sent by a page of this session. */
    boolean isByOwnPage(String cookie) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        boolean own =
                origin == null || address.isOwn(origin, request.getHeaders().get(HttpHeaders.HOST));
        return own
                && !"cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))
                && MessageDigest.isEqual(
                        guard(cookie).getBytes(StandardCharsets.UTF_8),
                        parameter(GUARD).getBytes(StandardCharsets.UTF_8));
    }

    /** What only a page of the session can know: it tells nothing of the cookie. */
    private static String guard(String cookie) {
        return cookie.isEmpty() ? "" : TokenHash.of("form " + cookie).value();
    }

    private AppsPage page(String cookie) {
        Brand brand = brand();
        return new AppsPage(
                texts,
                address.path(),
                Stream.of(
                                Optional.ofNullable(brand.name()),
                                Optional.ofNullable(service.settings().members().text("serviceName")))
                        .flatMap(Optional::stream)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElseGet(() -> address.uri().getHost()),
                brand.logo() == null ? "" : brand.logo().toString(),
                brand.color() != null,
                guard(cookie));
    }

    /** Shows a picture of somebody else; null for none. */
    void picture(@Nullable URI logo) {
        if (logo != null) {
            pictures.add("https://" + logo.getRawAuthority());
        }
    }

    /** A page for whoever has the session. */
    MutableHttpResponse<byte[]> show(HttpStatus status, String template, String name, Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("page", page(Objects.requireNonNullElse(cookie(), "")));
        values.put(name, value);
        return Page.withForms(status, pages.html("apps/" + template, values), pictures, brand().embedders());
    }

    /** A page that says what to do. */
    MutableHttpResponse<byte[]> advise(HttpStatus status, String key) {
        return Page.withForms(
                status, pages.html("apps/advice", Map.of("page", page(""), "key", key)), pictures, brand().embedders());
    }

    /** A GET of the list, so that nothing is sent twice by going back. */
    MutableHttpResponse<byte[]> redirect(String more) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.SEE_OTHER);
        return Reply.notStored(response)
                .header(HttpHeaders.LOCATION, address.path() + more)
                .header("Referrer-Policy", "no-referrer");
    }

    /** The same, and the browser keeps the session's cookie. In a frame of another site it is kept for that site alone. */
    MutableHttpResponse<byte[]> redirectWith(String session) {
        boolean framed = !brand().embedders().isEmpty();
        return redirect("")
                .header(
                        HttpHeaders.SET_COOKIE,
                        COOKIE + "=" + session + "; Path=" + address.path() + "; Max-Age="
                                + AppsSession.LIFE.toSeconds() + "; HttpOnly"
                                + (framed ? "; SameSite=None; Secure; Partitioned" : "; SameSite=Lax")
                                + (address.isSecure() && !framed ? "; Secure" : ""));
    }
}
