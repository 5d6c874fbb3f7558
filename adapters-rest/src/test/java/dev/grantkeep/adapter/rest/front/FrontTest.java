package dev.grantkeep.adapter.rest.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.service.FrontPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready front of a service, as browsers, clients and the provider's page see it. */
class FrontTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String KEYS = keys();
    private static final String LOGIN = "https://login.example.com/in?lang=en";

    private final Service service = SERVER.given(aService(LOGIN).build());
    private final Client client = SERVER.given(aClient().build());
    private final String front = "/oauth/" + service.id();

    private static Services aService(String login) {
        return Services.aService()
                .withScopes("openid", "email", "read", "offline_access")
                .withResponseTypes(ResponseType.values())
                .withGrantTypes(GrantType.values())
                .withAttributes(new Attributes(List.of(
                        new Attribute(FrontPolicy.ENABLED, "true"), new Attribute(FrontPolicy.LOGIN_URI, login))))
                .with("jwks", KEYS);
    }

    private Clients aClient() {
        return Clients.aClient()
                .of(service)
                .withName("<script>Shop</script>")
                .withAuthMethod(ClientAuthMethod.CLIENT_SECRET_BASIC)
                .withResponseTypes(ResponseType.values())
                .withGrantTypes(GrantType.values())
                .with("idTokenSignAlg", "ES256");
    }

    @Nested
    class ALogin {
        @Test
        void goesFromTheBrowserToThePageAndBackToTheClientWithoutAnotherServer() {
            HttpResponse<String> sent = authorize("&scope=openid+email+read&state=a+state&nonce=n&prompt=login");
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(header(sent, "Location")).startsWith(LOGIN + "&ticket=");
            assertThat(header(sent, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(sent, "Referrer-Policy")).isEqualTo("no-referrer");

            String code = code(sent, "{\"email\":\"a@example.com\",\"email_verified\":true,\"name\":\"not asked\"}");
            HttpResponse<String> issued = token(
                    "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(Clients.REDIRECT_URI));
            assertThat(issued.statusCode()).isEqualTo(200);
            assertThat(header(issued, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(issued, "Content-Type")).isEqualTo("application/json");
            assertThat(member(issued, "id_token")).isNotNull();

            String access = member(issued, "access_token");
            assertThat(userInfo(access).body())
                    .isEqualTo("{\"email\":\"a@example.com\",\"email_verified\":true,\"sub\":\"user1\"}");
            assertThat(introspect(access, basic(client)).body()).contains("\"active\":true", "\"sub\":\"user1\"");

            HttpResponse<String> refreshed =
                    token("grant_type=refresh_token&refresh_token=" + member(issued, "refresh_token"));
            assertThat(refreshed.statusCode()).isEqualTo(200);
            assertThat(userInfo(member(refreshed, "access_token")).body()).contains("a@example.com");

            String last = member(refreshed, "access_token");
            assertThat(post("/revoke", "token=" + last, basic(client)).statusCode())
                    .isEqualTo(200);
            assertThat(introspect(last, basic(client)).body()).isEqualTo("{\"active\":false}");
            HttpResponse<String> refused = userInfo(last);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate")).contains("error=\"invalid_token\"");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void tellsThePageInTheTicketWhatItHasToShow(boolean v3) {
            String ticket =
                    ticket(authorize("&scope=openid+read&login_hint=me&max_age=60&prompt=consent&ui_locales=de+en"));
            RestServer.Caller page = v3 ? SERVER.v3(service) : SERVER.v2(service);
            Answer answer = page.post("/auth/authorization/ticket/info", Fields.of("ticket", ticket));
            assertThat(answer.member("action")).isEqualTo("OK");
            JsonNode context =
                    Json.read(answer.json().get("info").get("context").getStringValue());
            assertThat(context.get("action").getStringValue()).isEqualTo("INTERACTION");
            assertThat(context.get("client").get("clientName").getStringValue()).isEqualTo("<script>Shop</script>");
            assertThat(context.get("client").get("clientSecret")).isNull();
            assertThat(context.get("service")).isNull();
            assertThat(context.get("scopes").size()).isEqualTo(2);
            assertThat(context.get("maxAge").getIntValue()).isEqualTo(60);
            assertThat(context.get("loginHint").getStringValue()).isEqualTo("me");
            assertThat(context.get("prompts").get(0).getStringValue()).isEqualTo("CONSENT");
        }

        @Test
        void withoutAPageIsThePageSToJudgeToo() {
            HttpResponse<String> sent = authorize("&scope=openid&prompt=none&state=s");
            Answer refused = SERVER.v2(service)
                    .post("/auth/authorization/fail", Fields.of("ticket", ticket(sent), "reason", "NOT_LOGGED_IN"));
            assertThat(refused.member("responseContent")).contains("error=login_required", "state=s", "iss=");
        }

        @Test
        void comesByAFormAsWellAndGoesOnByAGet() {
            HttpResponse<String> sent = SERVER.http("POST", front + "/authorize", request("&scope=read"));
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(header(sent, "Location")).startsWith(LOGIN);
        }

        @Test
        void thatIsNotAllowedGoesBackToTheClient() {
            HttpResponse<String> sent = authorize("&scope=openid&prompt=none+login&state=s");
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(header(sent, "Location"))
                    .startsWith(Clients.REDIRECT_URI)
                    .contains("error=invalid_request", "state=s", "iss=");
        }

        @Test
        void mayAnswerByAFormThatNothingButItsOwnScriptCanTouch() {
            HttpResponse<String> sent = authorize("&response_mode=form_post&scope=openid&prompt=none+login");
            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(header(sent, "Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'sha256-", "frame-ancestors 'none'");
            assertThat(sent.body()).contains("name=\"error\"");
        }
    }

    @Nested
    class APerson {
        @ParameterizedTest
        @CsvSource({
            "client_id=1&response_type=code, invalid_request",
            "response_type=code, invalid_request",
            "'', invalid_request",
            "%zz, invalid_request"
        })
        void isToldWhatIsWrongWhereNoRedirectIsSafe(String query, String error) {
            HttpResponse<String> shown =
                    SERVER.http("GET", front + "/authorize?" + query.replace("%zz", "a=%25%C3"), null);
            assertThat(shown.statusCode()).isEqualTo(400);
            assertPage(shown);
            assertThat(shown.body()).contains("<code>" + error + "</code>");
            assertThat(shown.headers().firstValue("Location")).isEmpty();
        }

        @Test
        void seesWhatWasSentAsTextAndNeverAsMarkup() {
            String evil = "https://evil.example/\"><script>alert(1)</script>";
            HttpResponse<String> shown = SERVER.http(
                    "GET",
                    front + "/authorize?response_type=code&client_id=" + client.id() + "&redirect_uri=" + encoded(evil),
                    null);
            assertThat(shown.statusCode()).isEqualTo(400);
            assertPage(shown);
            assertThat(shown.body()).contains("is not registered").doesNotContain("<script>");
        }

        @Test
        void isToldThatThereIsNoPageForTheLoginYet() {
            Service bare = SERVER.given(Services.aService()
                    .withScopes("read")
                    .withResponseTypes(ResponseType.CODE)
                    .withAttributes(Attributes.of(FrontPolicy.ENABLED, "true"))
                    .build());
            Client its = SERVER.given(Clients.aClient()
                    .of(bare)
                    .withResponseTypes(ResponseType.CODE)
                    .build());
            HttpResponse<String> shown = SERVER.http(
                    "GET", "/oauth/" + bare.id() + "/authorize?response_type=code&client_id=" + its.id(), null);
            assertThat(shown.statusCode()).isEqualTo(500);
            assertPage(shown);
            assertThat(shown.body()).contains("grantkeep.front.login_uri");
        }

        @Test
        void isToldThatTheApplicationIsLocked() {
            Client locked = SERVER.given(aClient().thatIsLocked().build());
            HttpResponse<String> shown =
                    SERVER.http("GET", front + "/authorize?response_type=code&client_id=" + locked.id(), null);
            assertThat(shown.statusCode()).isEqualTo(400);
            assertPage(shown);
            assertThat(shown.body()).contains("locked");
        }

        @Test
        void getsTheStylesOfThePagesFromTheServerItself() {
            assertThat(SERVER.http("GET", "/assets/grantkeep.css", null).statusCode())
                    .isEqualTo(200);
            assertThat(SERVER.http("GET", "/assets/../application.yml", null).statusCode())
                    .isNotEqualTo(200);
        }

        private void assertPage(HttpResponse<String> shown) {
            assertThat(header(shown, "Content-Type")).isEqualTo("text/html;charset=utf-8");
            assertThat(header(shown, "Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(shown, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(shown, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(shown, "Cache-Control")).isEqualTo("no-store");
            assertThat(shown.body()).startsWith("<!DOCTYPE html>").contains("lang=\"en\"", "name=\"viewport\"");
        }
    }

    @Nested
    class AClientThatIsWrong {
        @ParameterizedTest
        @ValueSource(strings = {"/token", "/revoke", "/introspect"})
        void isNotAuthenticatedAndToldHow(String path) {
            HttpResponse<String> refused = post(
                    path, "grant_type=client_credentials&token=x", "Authorization", basicOf(client.id() + ":wrong"));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(header(refused, "WWW-Authenticate")).startsWith("Basic ");
            assertThat(member(refused, "error")).isEqualTo("invalid_client");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Basic ?", "Basic bm9jb2xvbg=="})
        void sendsAHeaderThatIsNone(String header) {
            HttpResponse<String> refused = post("/token", "grant_type=client_credentials", "Authorization", header);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(member(refused, "error")).isEqualTo("invalid_client");
        }

        @Test
        void sendsTwoHeadersOfWhichNobodyKnowsWhichCounts() {
            HttpResponse<String> refused = post(
                    "/token",
                    "grant_type=client_credentials",
                    "Authorization",
                    basicOf("a:b"),
                    "Authorization",
                    basicOf("c:d"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(member(refused, "error")).isEqualTo("invalid_request");
        }

        @Test
        void sendsJsonWhereAFormIsDue() {
            Answer refused = SERVER.anonymous().at(front).post("/token", "{}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.member("error")).isEqualTo("invalid_request");
        }

        @Test
        void sendsTooMuch() {
            HttpResponse<String> refused = post("/token", "a=" + "x".repeat(600_000));
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(member(refused, "error")).isEqualTo("invalid_request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PUT", "DELETE"})
        void pushesByAnotherMethod(String method) {
            String form = "response_type=code&redirect_uri=" + encoded(Clients.REDIRECT_URI);
            HttpResponse<String> refused = SERVER.http(method, front + "/par", form, basic(client));
            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(refused.body()).doesNotContain("request_uri");
            assertThat(post("/par", form, basic(client)).statusCode()).isEqualTo(201);
        }

        @Test
        void exchangesNothingTwice() {
            String code = code(authorize("&scope=read"), "{}");
            String form =
                    "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(Clients.REDIRECT_URI);
            assertThat(token(form).statusCode()).isEqualTo(200);
            HttpResponse<String> again = token(form);
            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(member(again, "error")).isEqualTo("invalid_grant");
        }

        @Test
        void hasItsAccessTokenInTwoPlaces() {
            HttpResponse<String> refused = post("/userinfo", "access_token=abc", "Authorization", "Bearer abc");
            assertThat(refused.statusCode()).isEqualTo(400);
        }

        @Test
        void hasNoAccessToken() {
            HttpResponse<String> refused = SERVER.http("GET", front + "/userinfo", null);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(header(refused, "WWW-Authenticate")).startsWith("Bearer error=\"invalid_request\"");
        }
    }

    @Nested
    class AnAccessToken {
        @ParameterizedTest
        @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
        void comesByItsSchemeInAnyCase(String scheme) {
            String code = code(authorize("&scope=openid"), "{}");
            String access = member(
                    token("grant_type=authorization_code&code=" + code + "&redirect_uri="
                            + encoded(Clients.REDIRECT_URI)),
                    "access_token");
            HttpResponse<String> told =
                    SERVER.http("GET", front + "/userinfo", null, "Authorization", scheme + " " + access);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).contains("\"sub\":\"user1\"");
        }
    }

    @Nested
    class AnIntrospection {
        private final String access = member(token("grant_type=client_credentials&scope=read"), "access_token");

        @Test
        void tellsNothingOfTheTokensOfOthers() {
            Client other = SERVER.given(aClient().build());
            assertThat(introspect(access, basic(client)).body()).contains("\"active\":true");
            assertThat(introspect(access, basic(other)).body()).isEqualTo("{\"active\":false}");
        }

        @Test
        void tellsAResourceServerOfAllTokens() {
            Client resourceServer = SERVER.given(aClient()
                    .withAttributes(Attributes.of(ClientSettings.RESOURCE_SERVER, "true"))
                    .build());
            assertThat(introspect(access, basic(resourceServer)).body())
                    .contains("\"active\":true", "\"client_id\":\"" + client.id() + "\"");
        }

        @Test
        void isRefusedToWhoCannotAuthenticate() {
            Client open = SERVER.given(aClient()
                    .thatIsPublic()
                    .withAuthMethod(ClientAuthMethod.NONE)
                    .build());
            HttpResponse<String> refused = post("/introspect", "token=" + access + "&client_id=" + open.id());
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(post("/introspect", "token=" + access).statusCode()).isEqualTo(401);
        }

        @Test
        void needsAToken() {
            HttpResponse<String> refused = post("/introspect", "", basic(client));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(member(refused, "error")).isEqualTo("invalid_request");
        }
    }

    @Nested
    class WhatIsPublished {
        private final Service own = SERVER.given(
                aService(LOGIN).withIssuer("https://as.example.com/oauth/7/").build());

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/oauth/%s/.well-known/openid-configuration",
                    "/oauth/%s/.well-known/oauth-authorization-server",
                    "/.well-known/oauth-authorization-server/oauth/%s"
                })
        void hasTheEndpointsOfTheFrontBelowTheIssuer(String path) {
            HttpResponse<String> published = SERVER.http("GET", path.formatted(own.id()), null);
            assertThat(published.statusCode()).isEqualTo(200);
            JsonNode document = Json.read(published.body());
            assertThat(document.get("issuer").getStringValue()).isEqualTo("https://as.example.com/oauth/7/");
            assertThat(document.get("token_endpoint").getStringValue())
                    .isEqualTo("https://as.example.com/oauth/7/token");
            assertThat(document.get("jwks_uri").getStringValue()).isEqualTo("https://as.example.com/oauth/7/jwks");
            assertThat(document.get("introspection_endpoint_auth_methods_supported")
                            .size())
                    .isPositive();
        }

        @Test
        void hasThePublicKeysAlone() {
            String keys = SERVER.http("GET", front + "/jwks", null).body();
            assertThat(keys).contains("\"kid\":\"es\"").doesNotContain("\"d\":");
        }

        @Test
        void isNothingWithoutAnIssuer() {
            Service nameless = SERVER.given(aService(LOGIN).withIssuer(null).build());
            HttpResponse<String> none =
                    SERVER.http("GET", "/oauth/" + nameless.id() + "/.well-known/openid-configuration", null);
            assertThat(none.statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class AScriptOfAnotherPage {
        private static final String ORIGIN = "http://localhost:3000";

        @ParameterizedTest
        @ValueSource(strings = {"/token", "/revoke", "/userinfo"})
        void mayCallWhatClientsInBrowsersCall(String path) {
            HttpResponse<String> asked = preflight(path, "POST");
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(header(asked, "Access-Control-Allow-Origin")).isIn(ORIGIN, "*");
            assertThat(header(asked, "Access-Control-Allow-Headers")).containsIgnoringCase("authorization");
            assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            HttpResponse<String> answered = post(path, "", "Origin", ORIGIN);
            assertThat(header(answered, "Access-Control-Allow-Origin")).isIn(ORIGIN, "*");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/.well-known/openid-configuration", "/jwks"})
        void mayReadWhatIsPublished(String path) {
            HttpResponse<String> answered = SERVER.http("GET", front + path, null, "Origin", ORIGIN);
            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(header(answered, "Access-Control-Allow-Origin")).isIn(ORIGIN, "*");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/authorize", "/introspect"})
        void mayNotCallTheRest(String path) {
            assertThat(preflight(path, "POST").headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }

        private HttpResponse<String> preflight(String path, String method) {
            return SERVER.http(
                    "OPTIONS",
                    front + path,
                    null,
                    "Origin",
                    ORIGIN,
                    "Access-Control-Request-Method",
                    method,
                    "Access-Control-Request-Headers",
                    "authorization,content-type");
        }
    }

    @Nested
    class AServiceWithoutAFront {
        @ParameterizedTest
        @ValueSource(strings = {"/authorize", "/jwks", "/userinfo", "/.well-known/openid-configuration", "/nothing"})
        void hasNoEndpoints(String path) {
            Service closed = SERVER.given(Services.aService().build());
            assertThat(SERVER.http("GET", "/oauth/" + closed.id() + path, null).statusCode())
                    .isEqualTo(404);
            assertThat(SERVER.http("GET", "/oauth/99999999999999999999" + path, null)
                            .statusCode())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource({
            "grantkeep.front, yes",
            "grantkeep.front.login_uri, http://login.example.com/",
            "grantkeep.front.login_uri, javascript:alert(1)",
            "grantkeep.front.login_uri, https://user@login.example.com/",
            "grantkeep.front.login_uri, https://login.example.com/#in",
            "grantkeep.front.login_uri, /in"
        })
        void doesNotGetOneByAnAttributeThatIsWrong(String key, String value) {
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

    private HttpResponse<String> authorize(String more) {
        return SERVER.http("GET", front + "/authorize?" + request(more), null);
    }

    private String request(String more) {
        return "client_id=" + client.id() + "&response_type=code&redirect_uri=" + encoded(Clients.REDIRECT_URI) + more;
    }

    private static String ticket(HttpResponse<String> sent) {
        return found("ticket=([\\w-]+)", header(sent, "Location"));
    }

    /** The page lets the user in, who allows everything. */
    private String code(HttpResponse<String> sent, String claims) {
        Answer issued = SERVER.v2(service)
                .post(
                        "/auth/authorization/issue",
                        Fields.of("ticket", ticket(sent), "subject", "user1", "claims", claims));
        assertThat(issued.member("action")).isEqualTo("LOCATION");
        return found(
                "code=([\\w-]+)", URI.create(issued.member("responseContent")).getRawQuery());
    }

    private HttpResponse<String> token(String form) {
        return post("/token", form, basic(client));
    }

    private HttpResponse<String> introspect(String token, String... headers) {
        return post("/introspect", "token=" + token, headers);
    }

    private HttpResponse<String> userInfo(String token) {
        return SERVER.http("GET", front + "/userinfo", null, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> post(String path, String form, String... headers) {
        return SERVER.http("POST", front + path, form, headers);
    }

    private static String[] basic(Client client) {
        return new String[] {
            "Authorization", basicOf(client.id() + ":" + client.secret().value())
        };
    }

    private static String basicOf(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String member(HttpResponse<String> response, String name) {
        return new Answer(response.statusCode(), response.body()).member(name);
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
