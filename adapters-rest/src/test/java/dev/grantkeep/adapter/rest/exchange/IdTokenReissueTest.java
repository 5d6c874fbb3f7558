package dev.grantkeep.adapter.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code ID_TOKEN_REISSUABLE} and {@code idtoken/reissue} (OpenID Connect Core section 12.2). */
class IdTokenReissueTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String ASKED = URLEncoder.encode("{\"id_token\":{\"email\":null}}", StandardCharsets.UTF_8);

    private final Service service =
            SERVER.given(aService().with("idTokenReissuable", true).build());
    private final Client client = SERVER.given(aClient(service));

    @Test
    void aRefreshOfALoginTellsThatTheIdTokenCanBeReissued() {
        Answer first = login(service, client, "openid");
        assertThat(first.member("action")).isEqualTo("OK");
        Answer refreshed = refresh(service, client, first, "");
        assertThat(refreshed.member("action")).isEqualTo("ID_TOKEN_REISSUABLE");
        assertThat(refreshed.member("idToken")).isNull();
        assertThat(Json.read(refreshed.member("responseContent"))
                        .get("access_token")
                        .getStringValue())
                .isEqualTo(refreshed.member("accessToken"));
        assertThat(refreshed.json().get("requestedIdTokenClaims")).isNull();
        Answer v3 = token(
                SERVER.v3(service),
                client,
                "grant_type=refresh_token&refresh_token=" + refreshed.member("refreshToken"));
        assertThat(Json.writeText(v3.json().get("requestedIdTokenClaims"))).isEqualTo("[\"email\"]");
    }

    @Test
    void itTellsNothingWithoutTheScopeOrTheSetting() {
        Answer withoutScope = login(service, client, "openid+read");
        assertThat(refresh(service, client, withoutScope, "&scope=read").member("action"))
                .isEqualTo("OK");
        Service other = SERVER.given(aService().build());
        Client its = SERVER.given(aClient(other));
        Answer refreshed = refresh(other, its, login(other, its, "openid"), "");
        assertThat(refreshed.member("action")).isEqualTo("OK");
        Answer refused = reissue(other, "accessToken", refreshed.member("accessToken"));
        assertThat(refused.code()).isEqualTo("A347203");
        assertThat(refused.member("action")).isEqualTo("CALLER_ERROR");
    }

    @Test
    void itSaysOfTheLoginWhatTheFirstSaidAndIsBoundToTheNewAccessToken() throws ParseException {
        Answer first = login(service, client, "openid");
        SERVER.clock().advance(Duration.ofSeconds(100));
        Answer refreshed = refresh(service, client, first, "");
        String access = refreshed.member("accessToken");
        Answer answer = reissue(
                service,
                "accessToken",
                access,
                "refreshToken",
                refreshed.member("refreshToken"),
                "claims",
                "{\"email\":\"a@example.com\",\"iss\":\"evil\"}",
                "idtHeaderParams",
                "{\"x\":1,\"alg\":\"none\",\"kid\":\"other\",\"zip\":\"DEF\"}",
                "idTokenAudType",
                "string");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("idTokenReissueResponse");
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
        JsonNode body = Json.read(answer.member("responseContent"));
        assertThat(body.get("access_token").getStringValue()).isEqualTo(access);
        assertThat(body.get("refresh_token").getStringValue()).isEqualTo(refreshed.member("refreshToken"));
        assertThat(body.get("token_type").getStringValue()).isEqualTo("Bearer");
        assertThat(body.get("scope").getStringValue()).isEqualTo("openid");
        assertThat(body.get("id_token").getStringValue()).isEqualTo(answer.member("idToken"));

        SignedJWT jwt = SignedJWT.parse(answer.member("idToken"));
        var before = SignedJWT.parse(first.member("idToken")).getJWTClaimsSet();
        var claims = jwt.getJWTClaimsSet();
        assertThat(jwt.getHeader().toJSONObject())
                .containsEntry("x", 1L)
                .containsEntry("alg", "ES256")
                .doesNotContainValue("other")
                .doesNotContainKey("zip");
        assertThat(claims.getIssuer()).isEqualTo(before.getIssuer());
        assertThat(claims.getSubject()).isEqualTo("pairwise").isEqualTo(before.getSubject());
        assertThat(claims.getAudience()).isEqualTo(before.getAudience());
        assertThat(claims.toJSONObject().get("aud")).isEqualTo(client.id().toString());
        assertThat(claims.getClaim("auth_time")).isEqualTo(1_700_000_000L);
        assertThat(claims.getClaim("acr")).isEqualTo("gold");
        assertThat(before.getClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(claims.getClaim("email")).isEqualTo("a@example.com");
        assertThat(claims.getClaim("at_hash")).isEqualTo(SignatureAlgorithm.ES256.halfHash(access));
        assertThat(claims.getIssueTime().toInstant())
                .isEqualTo(before.getIssueTime().toInstant().plusSeconds(100));
    }

    @Test
    void itIsMadeBesideTokensThatBelongTogetherOnly() {
        Answer one = login(service, client, "openid");
        Answer other = login(service, client, "openid");
        Answer withoutOpenid = login(service, client, "read");
        refused("A347202", "accessToken", one.member("accessToken"), "refreshToken", other.member("refreshToken"));
        refused("A347202", "accessToken", one.member("accessToken"), "refreshToken", "\u00fc");
        refused("A088302", "accessToken", "unknown");
        refused("A089304", "accessToken", withoutOpenid.member("accessToken"));
        refused("A347201", "refreshToken", one.member("refreshToken"));
        refused("A347201", "accessToken", one.member("accessToken"), "claims", "[]");
        assertThat(reissue(service, "accessToken", one.member("accessToken")).member("responseContent"))
                .contains("\"id_token\"")
                .doesNotContain("refresh_token");
    }

    @Test
    void thatItCannotBeMadeIsSaidByTheSettingsName() {
        Answer tokens = login(service, client, "openid");
        SERVER.v2(service).post("/client/update/" + client.id(), "{\"idTokenSignAlg\":\"RS256\"}");
        Answer refused = reissue(service, "accessToken", tokens.member("accessToken"));
        assertThat(refused.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(refused.message())
                .isEqualTo("[A347204] An ID token cannot be made."
                        + " The service's `jwks` has no private key that can sign RS256.");
    }

    private void refused(String code, Object... fields) {
        Answer answer = reissue(service, fields);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("CALLER_ERROR");
        assertThat(answer.code()).isEqualTo(code);
    }

    private static Answer reissue(Service of, Object... fields) {
        return SERVER.v2(of).post("/idtoken/reissue", Fields.of(fields));
    }

    private static Answer login(Service of, Client client, String scopes) {
        String redirect = "&redirect_uri=" + URLEncoder.encode(Clients.REDIRECT_URI, StandardCharsets.UTF_8);
        String code = new Browser(SERVER.v2(of))
                .allow(
                        client,
                        "&response_type=code&nonce=n-1&claims=" + ASKED + "&scope=" + scopes + redirect,
                        "sub",
                        "pairwise",
                        "authTime",
                        1_700_000_000,
                        "acr",
                        "gold")
                .member("authorizationCode");
        return token(SERVER.v2(of), client, "grant_type=authorization_code&code=" + code + redirect);
    }

    private static Answer refresh(Service of, Client client, Answer tokens, String more) {
        return token(
                SERVER.v2(of),
                client,
                "grant_type=refresh_token&refresh_token=" + tokens.member("refreshToken") + more);
    }

    private static Answer token(RestServer.Caller caller, Client client, String parameters) {
        return caller.post(
                "/auth/token",
                Fields.of(
                        "parameters",
                        parameters,
                        "clientId",
                        client.id().toString(),
                        "clientSecret",
                        client.secret().value()));
    }

    private static Services aService() {
        try {
            return Services.aService()
                    .withScopes("openid", "read")
                    .with(
                            "jwks",
                            new JWKSet(new ECKeyGenerator(Curve.P_256)
                                            .keyID("es")
                                            .generate())
                                    .toString(false));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Client aClient(Service of) {
        return Clients.aClient().of(of).with("idTokenSignAlg", "ES256").build();
    }
}
