package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.grantkeep.application.document.JsonText;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official sample authorization and resource servers send these requests, member by member, and read these members of
 * the answers. Every answer passes {@link StrictShape}.
 */
@OnEveryStore
final class SampleServersTest {
    private static final String USERINFO = "https://as.example.com/userinfo";

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;
    private final Api api;

    SampleServersTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant(
                "supportedResponseTypes",
                List.of("NONE", "CODE", "TOKEN", "ID_TOKEN", "CODE_ID_TOKEN"),
                "userInfoEndpoint",
                USERINFO,
                "jwks",
                FrontEnd.KEYS);
        client = tenant.client("responseTypes", List.of("NONE", "CODE", "TOKEN", "ID_TOKEN", "CODE_ID_TOKEN"));
        api = tenant.api();
    }

    @Test
    void theirDiscoveryEndpointPassesOnADocument() {
        Answer got = api.get("service/configuration?pretty=true").ok();
        Answer posted =
                api.postJson("service/configuration", "{\"pretty\":false}").ok();
        Answer patched = api.post(
                        "service/configuration",
                        "patch",
                        "[{\"op\":\"add\",\"path\":\"/mine\",\"value\":true}]",
                        "pretty",
                        true)
                .ok();

        assertThat(got.text()).contains("\n");
        assertThat(posted.json()).isEqualTo(got.json());
        assertThat(patched.text()).contains("\n");
        assertThat(patched.flag("mine")).isTrue();
    }

    @Test
    void theirKeyEndpointPassesOnAKeySetOrNothing() {
        Answer keys =
                api.get("service/jwks/get?pretty=true&includePrivateKeys=false").ok();

        assertThat(keys.text()).contains("\"keys\"", "\n").doesNotContain("\"d\"");
        stage.tenant()
                .api()
                .get("service/jwks/get?pretty=true&includePrivateKeys=false")
                .empty();
    }

    @Test
    void theirAuthorizationPageHasAClientAndAServiceToShow() {
        Answer asked = client.request(
                        "response_type", "code", "scope", "openid read", "state", "s t", "claims", "{\"id_token\":{}}")
                .does("INTERACTION");

        assertThat(asked.text("ticket")).isNotEmpty();
        assertThat(asked.object("client").get("clientName").getAsString()).isEqualTo("A client");
        assertThat(asked.object("service").get("serviceName").getAsString()).isEqualTo("A service");
        if (asked.has("idTokenClaims")) {
            assertThat(JsonText.read(asked.text("idTokenClaims"))).isInstanceOf(java.util.Map.class);
        }
        Answer silent = client.request("response_type", "code", "scope", "openid", "prompt", "none")
                .does("NO_INTERACTION");
        assertThat(silent.has("client") && silent.has("service")).isTrue();
    }

    @Test
    void theirDecisionSendsZerosForWhatItDoesNotSay() {
        String ticket = client.ticket("response_type", "code id_token", "scope", "openid read", "nonce", "n");

        Answer issued = api.post(
                "auth/authorization/issue",
                "ticket",
                ticket,
                "subject",
                "1001",
                "authTime",
                stage.now() / 1_000,
                "sessionId",
                "node01xyz",
                "accessTokenDuration",
                0,
                "claims",
                "{\"txn\":\"1c2d\"}");

        URI location = URI.create(issued.location());
        assertThat(Form.parse(location.getRawFragment())).containsKeys("code", "id_token");
        Answer tokens = token(
                "grant_type",
                "authorization_code",
                "code",
                issued.text("authorizationCode"),
                "redirect_uri",
                OAuthClient.REDIRECT_URI);
        assertThat(tokens.does("OK").content().get("expires_in").getAsLong()).isEqualTo(86_400);
        assertThat(tokens.content().has("id_token")).isTrue();
        assertThat(tokens.number("refreshTokenDuration")).isEqualTo(864_000);
    }

    @Test
    void theirDecisionOnARequestWithoutInteractionSendsZerosForTheLoginToo() {
        String ticket = client.request("response_type", "id_token", "scope", "openid", "nonce", "n", "prompt", "none")
                .does("NO_INTERACTION")
                .text("ticket");

        Answer issued = api.post(
                "auth/authorization/issue",
                "ticket",
                ticket,
                "subject",
                "1001",
                "authTime",
                0,
                "accessTokenDuration",
                0);

        String payload = Form.fragment(issued.location()).get("id_token").split("\\.")[1];
        assertThat(new String(
                        java.util.Base64.getUrlDecoder().decode(payload), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"sub\":\"1001\"")
                .doesNotContain("auth_time", "acr", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED, access_denied",
        "NOT_AUTHENTICATED, login_required",
        "NOT_LOGGED_IN, login_required",
        "EXCEEDS_MAX_AGE, login_required",
        "DIFFERENT_SUBJECT, login_required",
        "ACR_NOT_SATISFIED, unmet_authentication_requirements"
    })
    void theirRefusalGoesToALegalUri(String reason, String error) {
        String ticket = client.ticket("response_type", "code", "scope", "openid read", "state", "a b%\"\u00fc");

        Answer failed = api.post("auth/authorization/fail", "ticket", ticket, "reason", reason);

        assertThat(URI.create(failed.location()).getRawQuery()).isASCII().doesNotContain(" ");
        assertThat(Form.query(failed.location())).containsEntry("error", error).containsEntry("state", "a b%\"\u00fc");
    }

    @Test
    void theirTokenEndpointSendsZerosAndReadsAJsonText() {
        Answer first =
                token("grant_type", "client_credentials", "scope", "read write").does("OK");
        assertThat(first.content().get("expires_in").getAsLong()).isEqualTo(86_400);
        assertThat(first.content("scope")).isEqualTo("read write");

        Tokens login = client.tokens("1001", "openid read");
        Answer refreshed = token("grant_type", "refresh_token", "refresh_token", login.refresh())
                .does("OK");
        assertThat(refreshed.content().get("expires_in").getAsLong()).isEqualTo(86_400);
        assertThat(refreshed.has("dpopNonce") || refreshed.has("attestationChallenge"))
                .isFalse();
    }

    @Test
    void theirTokenEndpointPassesOnARefreshWhoseIdTokenItDoesNotReissue() {
        tenant.change("idTokenReissuable", true);
        Tokens login = client.tokens("1001", "openid read");

        Answer refreshed = token("grant_type", "refresh_token", "refresh_token", login.refresh())
                .does("ID_TOKEN_REISSUABLE");

        assertThat(refreshed.content("access_token")).isEqualTo(refreshed.text("accessToken"));
        assertThat(refreshed.content("refresh_token")).isEqualTo(refreshed.text("refreshToken"));
        assertThat(refreshed.content("token_type")).isEqualTo("Bearer");
    }

    /** Their token endpoint parses what it passes on, and fails if it is no JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=authorization_code&code=unknown",
                "grant_type=refresh_token&refresh_token=unknown",
                "grant_type=client_credentials&scope=unknown",
                "grant_type=password&username=john&password=john",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=x",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=x",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=x",
                "grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba&auth_req_id=x",
                "grant_type=",
                ""
            })
    void theirTokenEndpointPassesOnRefusalsAsJson(String parameters) {
        Answer answer = sent(parameters, Long.toString(client.id()), client.secret());

        assertThat(answer.text("action")).isIn("BAD_REQUEST", "OK");
        assertThat(answer.content().has("error") || answer.content().has("access_token"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"wrong", "NULL"},
            nullValues = "NULL")
    void theirTokenEndpointPassesOnThatTheClientIsUnknownAsJson(String secret) {
        sent("grant_type=client_credentials&client_id=" + client.id(), Long.toString(client.id()), secret)
                .does("INVALID_CLIENT", "invalid_client");
    }

    /** They always say how a JWT is to be made, and by the header whether it is wanted. */
    @ParameterizedTest
    @CsvSource(
            value = {"application/json", "*/*", "NULL"},
            nullValues = "NULL")
    void theirIntrospectionEndpointAlwaysSaysHowAJwtWouldBeMade(String accept) {
        String token = client.tokens("1001", "openid read").access();

        Answer active = standardIntrospection("token=" + token + "&token_type_hint=access_token", accept);
        Answer inactive = standardIntrospection("token=unknown", accept);

        assertThat(active.does("OK").content().get("active").getAsBoolean()).isTrue();
        assertThat(active.content("scope")).isEqualTo("openid read");
        assertThat(inactive.does("OK").text("responseContent")).isEqualTo("{\"active\":false}");
    }

    private Answer standardIntrospection(String parameters, String accept) {
        JsonObject body = Json.parse(Json.text(
                        "parameters",
                        parameters,
                        "withHiddenProperties",
                        false,
                        "rsUri",
                        "https://rs.example.com/",
                        "introspectionSignAlg",
                        "ES256",
                        "introspectionEncryptionAlg",
                        "RSA_OAEP_256",
                        "introspectionEncryptionEnc",
                        "A128CBC_HS256",
                        "publicKeyForEncryption",
                        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}"))
                .getAsJsonObject();
        if (accept != null) {
            body.addProperty("httpAcceptHeader", accept);
        }
        return api.postJson("auth/introspection/standard", body.toString());
    }

    @Test
    void theirRevocationEndpointReadsTheAction() {
        Tokens tokens = client.tokens("1001", "read");

        Answer revoked = api.post(
                "auth/revocation",
                "parameters",
                Form.of("token", tokens.refresh(), "token_type_hint", "refresh_token"),
                "clientId",
                Long.toString(client.id()),
                "clientSecret",
                client.secret());

        revoked.does("OK");
        assertThat(tenant.works(tokens.access())).isFalse();
    }

    @Test
    void theirUserinfoEndpointSendsAllHeadersAndThenTheClaimsAsText() {
        String token = client.tokens("1001", "openid read").access();

        Answer asked = userinfo(token).does("OK");
        Answer told = api.post(
                "auth/userinfo/issue", "token", asked.text("token"), "claims", "{\"name\":\"John\",\"age\":42}");

        assertThat(asked.text("subject")).isEqualTo("1001");
        told.does("JSON");
        assertThat(told.content().get("age").getAsInt()).isEqualTo(42);
        assertThat(told.content("sub")).isEqualTo("1001");
        for (String bad : List.of("unknown", client.tokens("1001", "read").access())) {
            assertThat(userinfo(bad).text("responseContent")).startsWith("Bearer error=");
            assertThat(api.post("auth/userinfo/issue", "token", bad, "claims", "{}")
                            .text("responseContent"))
                    .startsWith("Bearer error=");
        }
    }

    private Answer userinfo(String token) {
        return api.post(
                "auth/userinfo",
                "token",
                token,
                "htm",
                "GET",
                "headers",
                List.of(Json.map("key", "authorization", "value", "Bearer x"), Json.map("key", "accept", "value", "")),
                "requestBodyContained",
                false,
                "dpopNonceRequired",
                false);
    }

    @Test
    void theirResourceServerSaysHowItWasCalled() {
        String token = client.tokens("1001", "read").access();

        introspection(token, 0).does("OK");
        Answer refused = introspection("unknown", 0);

        assertThat(refused.does("UNAUTHORIZED").text("responseContent")).startsWith("Bearer error=\"invalid_token\"");
    }

    private Answer introspection(String token, int maxAge) {
        return api.post(
                "auth/introspection",
                "token",
                token,
                "htm",
                "GET",
                "htu",
                "https://rs.example.com/api/country/JP",
                "maxAge",
                maxAge,
                "dpopNonceRequired",
                false,
                "requestBodyContained",
                false,
                "headers",
                List.of(Json.map("key", "accept", "value", "*/*")),
                "targetUri",
                "https://rs.example.com/api/country/JP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN_EXCHANGE", "JWT_BEARER"})
    void theirTokenExchangeWritesItsAnswerFromACreatedToken(String grantType) {
        Answer created = api.post(
                "auth/token/create",
                "grantType",
                grantType,
                "clientId",
                client.id(),
                "scopes",
                List.of("read"),
                "subject",
                "1001",
                "accessTokenDuration",
                0,
                "refreshTokenDuration",
                0,
                "authTime",
                0,
                "accessTokenPersistent",
                false,
                "clientIdAliasUsed",
                false,
                "clientEntityIdUsed",
                false,
                "forExternalAttachment",
                false,
                "resources",
                List.of("https://rs.example.com/"));

        assertThat(created.does("OK").text("accessToken")).isNotEmpty();
        assertThat(created.number("expiresIn")).isEqualTo(86_400);
        assertThat(created.texts("scopes")).containsExactly("read");
        assertThat(created.has("jwtAccessToken")).isFalse();
    }

    @Test
    void aChangeOfATokenThatSaysZeroDoesNotEndIt() {
        String token = client.tokens("1001", "read").access();

        api.post(
                        "auth/token/update",
                        "accessToken",
                        token,
                        "accessTokenExpiresAt",
                        0,
                        "refreshTokenExpiresAt",
                        0,
                        "accessTokenPersistent",
                        false,
                        "accessTokenValueUpdated",
                        false)
                .does("OK");

        assertThat(tenant.works(token)).isTrue();
    }

    @Test
    void theirRegistrationEndpointLooksAtTheClientFirst() {
        Answer shown = api.get("client/get/" + client.id()).ok();

        assertThat(shown.number("clientId")).isEqualTo(client.id());
        api.get("client/get/4711").refused(404);
    }

    /** As their token endpoint does: what a Basic header has apart, all else within the parameters. */
    private Answer token(Object... parameters) {
        return sent(Form.of(parameters), Long.toString(client.id()), client.secret());
    }

    private Answer sent(String parameters, String clientId, String clientSecret) {
        JsonObject body = Json.parse(Json.text(
                        "parameters",
                        parameters,
                        "clientId",
                        clientId,
                        "htm",
                        "POST",
                        "dpopNonceRequired",
                        false,
                        "accessTokenDuration",
                        0,
                        "refreshTokenDuration",
                        0))
                .getAsJsonObject();
        if (clientSecret != null) {
            body.addProperty("clientSecret", clientSecret);
        }
        return api.postJson("auth/token", body.toString());
    }
}
