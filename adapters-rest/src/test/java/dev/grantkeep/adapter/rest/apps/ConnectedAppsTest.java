package dev.grantkeep.adapter.rest.apps;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.contract.Together;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.TaggedText;
import dev.grantkeep.domain.service.Brand;
import dev.grantkeep.domain.service.FrontPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which a user looks after the applications that she let in, as her browser sees them. */
class ConnectedAppsTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String USER = "anna";
    private static final String COOKIE = "grantkeep_apps";

    private final Service service = SERVER.given(aService().build());
    private final String apps = "/oauth/" + service.id() + "/apps";

    private static Services aService(Attribute... more) {
        ServiceId id = Unique.serviceId();
        List<Attribute> attributes = new ArrayList<>(List.of(new Attribute(FrontPolicy.ENABLED, "true")));
        attributes.addAll(List.of(more));
        return Services.aService()
                .withId(id)
                .withName("Example & Sons")
                .withIssuer("http://as.example.com/oauth/" + id)
                .withScopes(
                        scope("read", "Read <b>your</b> posts", "Ihre Beiträge lesen"),
                        scope("write", "Write posts", "Beiträge schreiben"),
                        Scope.named("payment"),
                        Scope.named("offline_access"))
                .withAttributes(new Attributes(attributes));
    }

    private static Scope scope(String name, String english, String german) {
        return new Scope(new ScopeName(name), false, english, List.of(new TaggedText("de", german)), Attributes.NONE);
    }

    private Clients aClient(String name) {
        return Clients.aClient().of(service).withName(name).withAuthMethod(ClientAuthMethod.CLIENT_SECRET_POST);
    }

    private Client connected(Clients client, String scopes) {
        Client stored = SERVER.given(client.build());
        let(service, stored, USER, scopes);
        return stored;
    }

    /** The user lets the application in. */
    private static String let(Service service, Client client, String user, String scopes) {
        RestServer.Caller api = SERVER.v3(service);
        Answer asked = api.post(
                "/auth/authorization",
                Fields.of(
                        "parameters",
                        "response_type=code&client_id=" + client.id() + "&scope=" + encoded(scopes) + "&redirect_uri="
                                + encoded(
                                        client.settings().redirectUris().get(0).value())));
        Answer issued =
                api.post("/auth/authorization/issue", Fields.of("ticket", asked.member("ticket"), "subject", user));
        String code = found("code=([\\w-]+)", issued.member("responseContent"));
        Answer token = api.post(
                "/auth/token",
                Fields.of(
                        "parameters",
                        "grant_type=authorization_code&code=" + code + "&client_id=" + client.id() + "&client_secret="
                                + client.secret().value() + "&redirect_uri="
                                + encoded(
                                        client.settings().redirectUris().get(0).value())));
        assertThat(token.member("action")).as(token.body()).isEqualTo("OK");
        return token.member("accessToken");
    }

    @Nested
    class ALink {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void leadsToThePageOnceAndStaysInNoAddress(boolean v3) {
            RestServer.Caller provider = v3 ? SERVER.v3(service) : SERVER.v2(service);
            Answer offered = provider.post("/self_service/token", Fields.of("subject", USER));
            assertThat(offered.status()).isEqualTo(200);
            assertThat(offered.member("action")).isEqualTo("OK");
            assertThat(offered.code()).isEqualTo("A980001");
            assertThat(offered.member("link")).startsWith(service.settings().issuer() + "/apps?token=");
            assertThat(Long.parseLong(offered.member("expiresAt")))
                    .isEqualTo(SERVER.clock().now().plusSeconds(300).toEpochMilli());

            HttpResponse<String> opened = SERVER.http("GET", path(offered.member("link")), null);
            assertThat(opened.statusCode()).isEqualTo(303);
            assertThat(header(opened, "Location")).isEqualTo(apps);
            assertThat(header(opened, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(opened, "Set-Cookie"))
                    .contains("; Path=" + apps + ";", "; HttpOnly", "; SameSite=Lax", "; Max-Age=900")
                    .doesNotContain("Secure");
            String token = found("token=([\\w-]+)", offered.member("link"));
            assertThat(header(opened, "Set-Cookie")).doesNotContain(token);

            HttpResponse<String> again = SERVER.http("GET", path(offered.member("link")), null);
            assertAdvice(again, 403, "This link does not work any more");
            assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        }

        @Test
        void isRefusedWhereThereIsNoPage() {
            Service closed = SERVER.given(Services.aService().build());
            Answer refused = SERVER.v3(closed).post("/self_service/token", Fields.of("subject", USER));
            assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(refused.message()).contains("grantkeep.front");
            Service nameless = SERVER.given(aService().withIssuer(null).build());
            Answer none = SERVER.v3(nameless).post("/self_service/token", Fields.of("subject", USER));
            assertThat(none.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(none.message()).contains("issuer");
            assertThat(none.member("link")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"subject\":\"\"}", "{\"subject\":\"ä\"}", "{\"subject\":null}"})
        void needsAUser(String body) {
            Answer refused = SERVER.v3(service).post("/self_service/token", body);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(refused.message()).contains("subject");
        }

        @Test
        void isMadeForTheServiceAlone() {
            assertThat(SERVER.anonymous()
                            .post("/self_service/token", Fields.of("subject", USER))
                            .status())
                    .isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"forged", "", "%20", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a%C3"})
        void thatWasMadeUpLeadsNowhere(String token) {
            HttpResponse<String> refused = SERVER.http("GET", apps + "?token=" + token, null);
            assertThat(refused.statusCode()).isIn(400, 403);
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(refused.body()).contains("<h1>");
        }

        @Test
        void isTooOldAfterFiveMinutes() {
            String link = link(service, USER);
            SERVER.clock().advance(Duration.ofMinutes(5));
            assertAdvice(SERVER.http("GET", link, null), 403, "This link does not work any more");
        }

        @Test
        void isForItsServiceAlone() {
            Service other = SERVER.given(aService().build());
            String token = found("token=([\\w-]+)", link(other, USER));
            assertAdvice(SERVER.http("GET", apps + "?token=" + token, null), 403, "This link does not work any more");
            assertThat(SERVER.http("GET", "/oauth/" + other.id() + "/apps?token=" + token, null)
                            .statusCode())
                    .isEqualTo(303);
        }

        @Test
        void isNotUsedUpByWhoLooksAtItOnly() {
            String link = link(service, USER);
            assertThat(SERVER.http("HEAD", link, null).statusCode()).isEqualTo(405);
            assertThat(SERVER.http("GET", link, null).statusCode()).isEqualTo(303);
        }

        @Test
        void ofAnotherUserTakesTheBrowserOver() {
            connected(aClient("Of Anna"), "read");
            Browser browser = new Browser(USER);
            String former = browser.cookie;
            assertThat(browser.get("").body()).contains("Of Anna");
            browser.open(link(service, "berta"));
            assertThat(browser.get("").body()).contains("No app has access").doesNotContain("Of Anna");
            browser.cookie = former;
            assertAdvice(browser.get(""), 403, "This page is closed");
        }

        @Test
        void isBelowAnIssuerOfHttpsWithASecureCookie() {
            ServiceId id = Unique.serviceId();
            Service secure = SERVER.given(aService()
                    .withId(id)
                    .withIssuer("https://as.example.com/oauth/" + id + "/")
                    .build());
            Answer offered = SERVER.v3(secure).post("/self_service/token", Fields.of("subject", USER));
            assertThat(offered.member("link")).startsWith("https://as.example.com/oauth/" + id + "/apps?token=");
            assertThat(header(SERVER.http("GET", path(offered.member("link")), null), "Set-Cookie"))
                    .contains("; SameSite=Lax; Secure");
        }
    }

    @Nested
    class ASession {
        @ParameterizedTest
        @ValueSource(strings = {"", "/app?client=1", "/narrow?client=1", "/end?client=1", "/remove?client=1", "/clear"})
        void isNeededForEveryPage(String page) {
            assertAdvice(SERVER.http("GET", apps + page, null), 403, "This page is closed");
            assertAdvice(
                    SERVER.http("GET", apps + page, null, "Cookie", COOKIE + "=forged"), 403, "This page is closed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/narrow", "/end", "/remove", "/clear", "/close"})
        void isNeededForEveryDeed(String deed) {
            assertAdvice(SERVER.http("POST", apps + deed, "client=1&seen=1"), 403, "This page is closed");
        }

        @Test
        void isOverAfterAQuarterOfAnHour() {
            Browser browser = new Browser(USER);
            SERVER.clock().advance(Duration.ofMinutes(15));
            assertAdvice(browser.get(""), 403, "This page is closed");
        }

        @Test
        void isForItsServiceAlone() {
            Service other = SERVER.given(aService().build());
            Browser browser = new Browser(USER);
            assertAdvice(
                    SERVER.http("GET", "/oauth/" + other.id() + "/apps", null, "Cookie", COOKIE + "=" + browser.cookie),
                    403,
                    "This page is closed");
        }

        @Test
        void canBeLeft() {
            Browser browser = new Browser(USER);
            assertThat(browser.post("/close", browser.form("")).statusCode()).isEqualTo(200);
            assertAdvice(browser.get(""), 403, "This page is closed");
        }

        @Test
        void isNoLinkAndALinkIsNoSession() {
            Browser browser = new Browser(USER);
            assertAdvice(
                    SERVER.http("GET", apps + "?token=" + browser.cookie, null),
                    403,
                    "This link does not work any more");
            String token = found("token=([\\w-]+)", link(service, USER));
            assertAdvice(SERVER.http("GET", apps, null, "Cookie", COOKIE + "=" + token), 403, "This page is closed");
        }
    }

    @Nested
    class AForm {
        private final Client client = connected(aClient("A shop"), "read write");
        private final Browser browser = new Browser(USER);
        private final String asked =
                browser.get("/remove?client=" + client.id()).body();

        @Test
        void isRefusedWithoutItsGuard() {
            String form = "client=" + client.id() + "&seen=" + field(asked, "seen");
            assertAdvice(browser.post("/remove", form), 403, "That was not done");
            assertAdvice(browser.post("/remove", form + "&guard="), 403, "That was not done");
            assertAdvice(browser.post("/remove", form + "&guard=wrong"), 403, "That was not done");
            assertAdvice(
                    browser.post("/remove", form + "&guard=" + new Browser(USER).guard()), 403, "That was not done");
            assertThat(browser.get("").body()).contains("A shop");
        }

        @Test
        void isRefusedFromAnotherPage() {
            String form = browser.form(asked);
            assertAdvice(browser.post("/remove", form, "Origin", "http://localhost:3000"), 403, "That was not done");
            assertAdvice(browser.post("/remove", form, "Sec-Fetch-Site", "cross-site"), 403, "That was not done");
            assertThat(browser.post("/remove", form, "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("").body()).contains("A shop");
            assertThat(browser.post("/remove", form, "Origin", "http://127.0.0.1:" + SERVER.port())
                            .statusCode())
                    .isEqualTo(303);
        }

        @ParameterizedTest
        @ValueSource(strings = {"client=x&seen=1", "client=1", "seen=1", "client=1&seen=-1", "client=1&seen=x"})
        void thatIsMalformedChangesNothing(String fields) {
            HttpResponse<String> refused = browser.post("/end", fields + "&guard=" + browser.guard());
            assertAdvice(refused, 400, "That cannot be understood");
        }

        @Test
        void isAForm() {
            HttpResponse<String> refused = browser.post("/end", "guard=%zz");
            assertThat(refused.statusCode()).isEqualTo(400);
            HttpResponse<String> large = browser.post("/end", "guard=" + "x".repeat(70_000));
            assertThat(large.statusCode()).isEqualTo(400);
        }

        @Test
        void ofAnotherUsersApplicationChangesNothing() {
            Client hers = SERVER.given(aClient("Of Berta").build());
            String token = let(service, hers, "berta", "read");
            assertAdvice(browser.get("/app?client=" + hers.id()), 404, "There is no such app");
            assertThat(browser.post("/end", "client=" + hers.id() + "&seen=1&guard=" + browser.guard())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(works(token)).isTrue();
        }
    }

    @Nested
    class TheList {
        @Test
        void showsWhatEachApplicationMayDo() {
            Client shop = connected(aClient("A shop"), "read write");
            String body = new Browser(USER).get("").body();
            assertThat(body)
                    .contains(
                            "<html lang=\"en\">",
                            "<bdi>Example &amp; Sons</bdi>",
                            "<bdi>A shop</bdi>",
                            "Read &lt;b&gt;your&lt;/b&gt; posts",
                            "Write posts",
                            "It keeps access while you are away.",
                            "November",
                            "client=" + shop.id())
                    .doesNotContain("<b>", "Unverified", "<script", "style=", "onclick");
        }

        @Test
        void isInTheLanguageOfTheBrowser() {
            connected(
                    aClient("A shop").with("clientNames", List.of(Map.of("tag", "de", "value", "Ein Laden"))),
                    "read payment");
            Browser browser = new Browser(USER);
            assertThat(browser.get("", "Accept-Language", "de-CH,de;q=0.9,en;q=0.5")
                            .body())
                    .contains("<html lang=\"de\">", "Verbundene Apps", "Ein Laden", "Ihre Beiträge lesen", "payment")
                    .doesNotContain("A shop");
            assertThat(browser.get("", "Accept-Language", "fr,en;q=0.5").body())
                    .contains("<html lang=\"en\">", "A shop");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"*", "x", "en;q=x", ";;", "de;q=0", "en-US-POSIX-a", "i-klingon,--", "en,;q=1", ",", ";q=0.5"
                })
        void isInEnglishWhereTheLanguageCannotBeRead(String language) {
            assertThat(new Browser(USER).get("", "Accept-Language", language).body())
                    .contains("<html lang=\"en\">");
        }

        @Test
        void showsNamesAsTextAndNoMoreOfThemThanFits() {
            connected(aClient("<script>alert(1)</script>"), "read");
            connected(aClient("N".repeat(10_000)), "read");
            connected(aClient("\u202Eevil\u2067"), "read");
            connected(aClient(" \n\t "), "read");
            String body = new Browser(USER).get("").body();
            assertThat(body)
                    .doesNotContain("<script")
                    .contains("&lt;script&gt;alert(1)", "N".repeat(79) + "…", "<bdi>\u202Eevil\u2067</bdi>", "App ");
            assertThat(body).doesNotContain("N".repeat(80));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "http://pictures.example.com/a.png",
                    "data:image/svg+xml,x",
                    "https:///a",
                    "https://a;script-src *@x/",
                    "https://a%3Bb/"
                })
        void showsNoPictureThatIsNotSafe(String logo) {
            connected(aClient("A shop").with("logoUri", logo), "read");
            HttpResponse<String> shown = new Browser(USER).get("");
            assertThat(shown.body()).contains("A shop").doesNotContain("<img");
            assertThat(header(shown, "Content-Security-Policy")).contains("img-src 'self' data:;");
        }

        @Test
        void showsPicturesOfApplicationsThatTheOwnerMadeAndLetsInNoOthers() {
            connected(aClient("A shop").with("logoUri", "https://pictures.example.com:8443/a.png?b=\"c"), "read");
            connected(aClient("B shop").with("logoUri", "https://pictures.example.org/a.png?b=%22"), "read");
            connected(
                    aClient("C shop")
                            .with("logoUri", "https://tracker.example/a.png")
                            .with("dynamicallyRegistered", true),
                    "read");
            HttpResponse<String> shown = new Browser(USER).get("");
            assertThat(shown.body())
                    .contains("src=\"https://pictures.example.org/a.png?b=%22\"")
                    .doesNotContain("tracker.example");
            assertThat(header(shown, "Content-Security-Policy"))
                    .contains("img-src 'self' data: https://pictures.example.org;", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "8443");
            assertThat(header(shown, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(shown, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(shown, "Referrer-Policy")).isEqualTo("same-origin");
        }

        @Test
        void marksWhatRegisteredItselfAndSaysWhereItLeads() {
            connected(
                    aClient("Your Bank")
                            .with("dynamicallyRegistered", true)
                            .withRedirectUris("https://phisher.example/cb", "com.example.app:/cb"),
                    "read");
            assertThat(new Browser(USER).get("").body()).contains("Unverified", "phisher.example, com.example.app:");
        }

        @Test
        void putsRegistrationsOfOneApplicationTogetherAndNoOthers() {
            connected(aClient("Editor").with("dynamicallyRegistered", true), "read");
            connected(aClient("Editor").with("dynamicallyRegistered", true), "write");
            connected(aClient("Editor"), "read");
            connected(
                    aClient("Editor")
                            .with("dynamicallyRegistered", true)
                            .withRedirectUris("https://elsewhere.example/cb"),
                    "read");
            String body = new Browser(USER).get("").body();
            assertThat(body).contains("3 apps", "It is connected 2 times");
            assertThat(body.split("<bdi>Editor</bdi></h2>", -1)).hasSize(4);
        }

        @Test
        void isSearchedByNameAndShownInParts() {
            for (int i = 0; i < 23; i++) {
                connected(aClient("Shop %02d".formatted(i)), "read");
            }
            connected(aClient("Ärzte & more"), "read");
            Browser browser = new Browser(USER);
            assertThat(browser.get("").body())
                    .contains("24 apps", "Shop 00", "Shop 19", "Part 1 of 2", "rel=\"next\"")
                    .doesNotContain("Shop 20", "rel=\"prev\"");
            assertThat(browser.get("?page=2").body())
                    .contains("Shop 20", "rel=\"prev\"")
                    .doesNotContain("Shop 19");
            assertThat(browser.get("?q=SHOP+07").body())
                    .contains("One app", "Shop 07")
                    .doesNotContain("Shop 08");
            assertThat(browser.get("?q=" + encoded("ärzte &")).body()).contains("Ärzte &amp; more", "One app");
            assertThat(browser.get("?q=" + encoded("\"><script>")).body())
                    .contains("No connected app has this", "&lt;script>")
                    .doesNotContain("<script");
            assertThat(browser.get("?page=9999999999").statusCode()).isEqualTo(303);
            assertThat(browser.get("?page=-1").statusCode()).isEqualTo(200);
        }

        @Test
        void knowsAtOnceWhatWasTakenBackElsewhere() {
            Client shop = connected(aClient("A shop"), "read");
            Browser browser = new Browser(USER);
            assertThat(browser.get("").body()).contains("A shop");
            SERVER.v3(service).post("/client/authorization/delete/" + shop.id(), Fields.of("subject", USER));
            assertThat(browser.get("").body()).doesNotContain("A shop");
        }

        @Test
        void saysNothingThatItIsToldToSay() {
            assertThat(new Browser(USER).get("?done=link.title").body()).doesNotContain("This link");
            assertThat(new Browser(USER).get("?done=ended").body()).contains("Access was ended.");
        }
    }

    @Nested
    class AnApplication {
        private final Client client = SERVER.given(aClient("A shop")
                .withAttributes(Attributes.of(App.REQUIRED_SCOPES, "read other"))
                .build());
        private final String token = let(service, client, USER, "read write payment");
        private final Browser browser = new Browser(USER);

        @Test
        void isGivenLessAfterThePageSaidWhatThatMeans() {
            String page = browser.get("/app?client=" + client.id()).body();
            assertThat(page)
                    .contains("checked disabled", "it does not work without this", "value=\"write\" checked")
                    .doesNotContain("value=\"read\"");
            String asked =
                    browser.get("/narrow?client=" + client.id() + "&keep=write").body();
            assertThat(asked)
                    .contains("The app may no longer", "payment", "It still may", "This takes effect at once.");
            HttpResponse<String> sent = browser.post("/narrow", browser.form(asked));
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(header(sent, "Location")).isEqualTo(apps + "?done=narrowed");
            assertThat(scopesOf(token)).containsExactlyInAnyOrder("read", "write");

            HttpResponse<String> twice = browser.post("/narrow", browser.form(asked));
            assertThat(header(twice, "Location")).isEqualTo(apps + "?done=narrowed");
            assertThat(scopesOf(token)).containsExactlyInAnyOrder("read", "write");
        }

        @Test
        void keepsWhatItDoesNotWorkWithoutAndGetsNothingNew() {
            String asked = browser.get("/narrow?client=" + client.id() + "&keep=offline_access&keep=%22")
                    .body();
            String form = browser.form(asked).replace("keep=read", "keep=offline_access");
            assertThat(browser.post("/narrow", form).statusCode()).isEqualTo(303);
            assertThat(scopesOf(token)).containsExactly("read");
        }

        @Test
        void isNotAskedForWhereNothingChanges() {
            HttpResponse<String> same =
                    browser.get("/narrow?client=" + client.id() + "&keep=read&keep=write&keep=payment");
            assertThat(same.statusCode()).isEqualTo(303);
            assertThat(header(same, "Location")).endsWith("done=unchanged");
            Client free = connected(aClient("Free"), "read");
            HttpResponse<String> none = browser.get("/narrow?client=" + free.id());
            assertThat(header(none, "Location")).endsWith("client=" + free.id() + "&done=nothing_left");
            assertThat(browser.get(header(none, "Location").substring(apps.length()))
                            .body())
                    .contains("Nothing would be left.");
        }

        @Test
        void losesItsAccessAndKeepsWhatIsRemembered() {
            String asked = browser.get("/end?client=" + client.id()).body();
            assertThat(asked).contains("End access of \u2068A shop\u2069?", "This takes effect at once.");
            assertThat(header(browser.post("/end", browser.form(asked)), "Location"))
                    .isEqualTo(apps + "?done=ended");
            assertThat(works(token)).isFalse();
            assertThat(remembered()).contains("payment");
            assertThat(browser.get("").body()).doesNotContain("A shop");
        }

        @Test
        void isRemovedWithWhatIsRemembered() {
            String asked = browser.get("/remove?client=" + client.id()).body();
            assertThat(header(browser.post("/remove", browser.form(asked)), "Location"))
                    .isEqualTo(apps + "?done=removed");
            assertThat(works(token)).isFalse();
            assertThat(remembered()).doesNotContain("payment");
        }

        @ParameterizedTest
        @CsvSource({"end, ended", "remove, removed"})
        void isNotTakenBackTwice(String deed, String done) {
            String form = browser.form(
                    browser.get("/" + deed + "?client=" + client.id()).body());
            assertThat(browser.post("/" + deed, form).statusCode()).isEqualTo(303);
            assertThat(header(browser.post("/" + deed, form), "Location")).isEqualTo(apps + "?done=" + done);
            String anew = let(service, client, USER, "read");
            assertThat(header(browser.post("/" + deed, form), "Location")).isEqualTo(apps + "?done=changed");
            assertThat(works(anew)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"end?keep=none, end, ended", "narrow?keep=write, narrow, narrowed"})
        void isTakenBackOnceByFormsThatComeTogether(String page, String deed, String done) {
            String form = browser.form(
                    browser.get("/" + page + "&client=" + client.id()).body());
            assertThat(Together.run(4, () -> header(browser.post("/" + deed, form), "Location")))
                    .containsOnly(apps + "?done=" + done);
        }

        @Test
        void isRemovedWithAllOthersAndWhatComesAfterwardsStays() {
            Client other = connected(aClient("Another"), "read");
            String others = let(service, other, "berta", "read");
            String asked = browser.get("/clear").body();
            SERVER.clock().advance(Duration.ofSeconds(1));
            Client later = SERVER.given(aClient("Later").build());
            String latest = let(service, later, USER, "read");
            assertThat(header(browser.post("/clear", browser.form(asked)), "Location"))
                    .isEqualTo(apps + "?done=cleared");
            assertThat(works(token)).isFalse();
            assertThat(works(latest)).isTrue();
            assertThat(works(others)).isTrue();
            assertThat(browser.get("").body()).contains("One app", "Later").doesNotContain("Another");
        }

        private String remembered() {
            return SERVER.v3(service)
                    .post("/client/granted_scopes/get/" + client.id(), Fields.of("subject", USER))
                    .body();
        }
    }

    @Nested
    class AServiceWhoseAccessTokensAreJwts {
        private final Service jwts = SERVER.given(aService()
                .with("accessTokenSignAlg", "ES256")
                .with("jwks", keys())
                .withAccessDuration(600)
                .build());
        private final Client client = SERVER.given(Clients.aClient()
                .of(jwts)
                .withAuthMethod(ClientAuthMethod.CLIENT_SECRET_POST)
                .withName("A shop")
                .build());

        @Test
        void saysForHowLongAnAccessTokenMayBeTakenElsewhere() {
            let(jwts, client, USER, "read write");
            SERVER.clock().advance(Duration.ofSeconds(90));
            Browser browser = new Browser(jwts, USER);
            for (String page : List.of("/end?client=" + client.id(), "/remove?client=" + client.id(), "/clear")) {
                assertThat(browser.get(page).body())
                        .contains("for up to 9 minutes", "(everywhere within 9 minutes)")
                        .doesNotContain("at once.</p>");
            }
            assertThat(browser.get("/narrow?keep=read&client=" + client.id()).body())
                    .contains("9 minutes");
        }
    }

    @Nested
    class TheProvidersLook {
        @Test
        void isOnThePagesWithLettersThatCanBeRead() {
            Service branded = SERVER.given(aService(
                            new Attribute(Brand.NAME, "Br<and>"),
                            new Attribute(Brand.LOGO, "https://cdn.example.com/logo.svg"),
                            new Attribute(Brand.COLOR, "#FFEE00"))
                    .build());
            Browser browser = new Browser(branded, USER);
            HttpResponse<String> shown = browser.get("");
            assertThat(shown.body())
                    .contains(
                            "Br&lt;and&gt;",
                            "src=\"https://cdn.example.com/logo.svg\"",
                            "/oauth/" + branded.id() + "/apps/brand.css");
            assertThat(header(shown, "Content-Security-Policy")).contains("data: https://cdn.example.com;");
            HttpResponse<String> css = SERVER.http("GET", "/oauth/" + branded.id() + "/apps/brand.css", null);
            assertThat(css.body()).isEqualTo(":root{--brand:#ffee00;--on-brand:#000000}");
            assertThat(header(css, "Content-Type")).startsWith("text/css");
        }

        @Test
        void letsThePagesOfTheProviderFrameThem() {
            Service framed = SERVER.given(
                    aService(new Attribute(Brand.EMBEDDERS, "https://www.example.com https://my.example.com:8443"))
                            .build());
            HttpResponse<String> opened = SERVER.http("GET", link(framed, USER), null);
            assertThat(header(opened, "Set-Cookie")).contains("; HttpOnly; SameSite=None; Secure; Partitioned");
            HttpResponse<String> shown = new Browser(framed, USER).get("");
            assertThat(header(shown, "Content-Security-Policy"))
                    .contains("frame-ancestors https://www.example.com https://my.example.com:8443");
            assertThat(shown.headers().firstValue("X-Frame-Options")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "grantkeep.front.color, red",
            "grantkeep.front.color, #12345",
            "grantkeep.front.color, #123456;}*{",
            "grantkeep.front.logo_uri, http://cdn.example.com/a.png",
            "grantkeep.front.logo_uri, javascript:alert(1)",
            "grantkeep.front.logo_uri, https://cdn.example.com;script-src/a",
            "grantkeep.front.embed_origins, *",
            "grantkeep.front.embed_origins, https://*.example.com",
            "grantkeep.front.embed_origins, https://a.example/path",
            "grantkeep.front.embed_origins, https://a.example;script-src"
        })
        void isNotSetByAnAttributeThatIsWrong(String key, String value) {
            Answer refused = SERVER.owner()
                    .post(
                            "/service/create",
                            Fields.of(
                                    "serviceName",
                                    "s",
                                    "attributes",
                                    Json.read("[{\"key\":\"" + key + "\",\"value\":\"" + value + "\"}]")));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains(key);
        }
    }

    @Nested
    class EveryPage {
        @Test
        void canBeUsedByKeyboardAndReadAloud() {
            Client client = connected(aClient("A shop"), "read write");
            Browser browser = new Browser(USER);
            for (String page : List.of(
                    "",
                    "/app?client=" + client.id(),
                    "/narrow?keep=read&client=" + client.id(),
                    "/end?client=" + client.id(),
                    "/clear")) {
                String body = browser.get(page).body();
                assertThat(body).contains("<title>", "name=\"viewport\"", "<main>");
                assertThat(Pattern.compile("<h1>").matcher(body).results()).hasSize(1);
                assertThat(body).doesNotContain("<script", "<h3", "tabindex");
                Pattern.compile("<input ([^>]*)>")
                        .matcher(body)
                        .results()
                        .forEach(input -> assertThat(input.group(1))
                                .satisfiesAnyOf(
                                        of -> assertThat(of).contains("type=\"hidden\""),
                                        of -> assertThat(body)
                                                .contains("<label for=\"" + found("(?:^| )id=\"(\\w+)\"", of) + "\">"),
                                        of -> assertThat(of).contains("type=\"checkbox\"")));
                assertThat(Pattern.compile("type=\"checkbox\"")
                                .matcher(body)
                                .results()
                                .count())
                        .isEqualTo(Pattern.compile("<label class=\"choice\">")
                                .matcher(body)
                                .results()
                                .count());
            }
        }

        @Test
        void isNotThereWithoutAFrontOrAnIssuer() {
            Service closed = SERVER.given(Services.aService().build());
            Service nameless = SERVER.given(aService().withIssuer(null).build());
            for (String id : List.of(closed.id().toString(), nameless.id().toString(), "99999999999999999999", "7")) {
                assertAdvice(SERVER.http("GET", "/oauth/" + id + "/apps", null), 404, "There is no such page");
            }
        }
    }

    private static String link(Service service, String user) {
        return path(SERVER.v3(service)
                .post("/self_service/token", Fields.of("subject", user))
                .member("link"));
    }

    private static String path(String link) {
        URI uri = URI.create(link);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** One that keeps the cookie. */
    private final class Browser {
        private final String base;
        private String cookie = "";

        Browser(String user) {
            this(service, user);
        }

        Browser(Service of, String user) {
            base = "/oauth/" + of.id() + "/apps";
            open(link(of, user));
        }

        void open(String link) {
            HttpResponse<String> opened =
                    SERVER.http("GET", link, null, "Cookie", COOKIE + "=" + (cookie.isEmpty() ? "none" : cookie));
            assertThat(opened.statusCode()).isEqualTo(303);
            cookie = found(COOKIE + "=([\\w-]+);", header(opened, "Set-Cookie"));
        }

        HttpResponse<String> get(String page, String... headers) {
            return SERVER.http("GET", base + page, null, with(headers));
        }

        HttpResponse<String> post(String page, String form, String... headers) {
            return SERVER.http("POST", base + page, form, with(headers));
        }

        private String[] with(String... headers) {
            return Stream.concat(Stream.of("Cookie", COOKIE + "=" + cookie), Stream.of(headers))
                    .toArray(String[]::new);
        }

        String guard() {
            return field(get("").body(), "guard");
        }

        /** The hidden fields of a page's first form; of none, those of any page. */
        String form(String page) {
            Matcher forms =
                    Pattern.compile("(?s)<form method=\"post\"(.*?)</form>").matcher(page);
            if (!forms.find()) {
                return "guard=" + guard();
            }
            Matcher fields =
                    Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"").matcher(forms.group(1));
            List<String> pairs = new ArrayList<>();
            while (fields.find()) {
                pairs.add(fields.group(1) + "=" + encoded(fields.group(2)));
            }
            return String.join("&", pairs);
        }
    }

    private boolean works(String token) {
        return "OK"
                .equals(SERVER.v3(service)
                        .post("/auth/introspection", Fields.of("token", token))
                        .member("action"));
    }

    private List<String> scopesOf(String token) {
        List<String> scopes = new ArrayList<>();
        SERVER.v3(service)
                .post("/auth/introspection", Fields.of("token", token))
                .json()
                .get("scopes")
                .values()
                .forEach(scope -> scopes.add(scope.getStringValue()));
        return scopes;
    }

    private static void assertAdvice(HttpResponse<String> shown, int status, String title) {
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(status);
        assertThat(header(shown, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(shown.body()).contains("<h1>" + title + "</h1>");
    }

    private static String field(String page, String name) {
        return found("name=\"" + name + "\" value=\"([^\"]*)\"", page);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String keys() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("es").generate()).toString(false);
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
