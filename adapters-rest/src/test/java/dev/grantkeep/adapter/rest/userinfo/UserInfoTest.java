package dev.grantkeep.adapter.rest.userinfo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;
import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auth/userinfo} and {@code auth/userinfo/issue} (OpenID Connect Core section 5.3). */
class UserInfoTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String KEYS = keys();
    private static final String CHECK = "/auth/userinfo";
    private static final String ISSUE = "/auth/userinfo/issue";
    private static final String TOLD = "{\"email\":\"a@example.com\",\"email_verified\":true,\"updated_at\":1700000000,"
            + "\"height\":1.75,\"address\":{\"locality\":\"Ulm\"},\"iss\":\"evil\",\"sub\":\"evil\",\"aud\":\"evil\","
            + "\"exp\":1,\"iat\":1}";

    private final Service service = SERVER.given(Services.aService()
            .withScopes("openid", "email", "read")
            .withGrantTypes(GrantType.values())
            .withAttributes(Attributes.of("a", "b"))
            .with("jwks", KEYS)
            .build());
    private final Client client =
            SERVER.given(aClient().of(service).withAlias("my-app").build());

    private static Clients aClient() {
        return Clients.aClient().withGrantTypes(GrantType.values()).with("idTokenSignAlg", "ES256");
    }

    @Nested
    class ATokenOfALogin {
        @Test
        void opensTheEndpointForWhatWasAskedAndAllowed() {
            String asked = "{\"userinfo\":{\"name#de\":{\"essential\":true},\"sub\":null}}";
            String token = login(
                    client,
                    "&scope=openid+email+read&claims=" + encoded(asked),
                    "sub",
                    "pairwise",
                    "consentedClaims",
                    List.of("email"),
                    "properties",
                    Json.read("[{\"key\":\"k\",\"value\":\"v\"}]"));
            Answer answer = check("token", token, "htm", "GET", "headers", Json.read("[{\"key\":\"a\"}]"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("type")).isEqualTo("userInfoResponse");
            assertThat(answer.code()).isEqualTo("A091001");
            assertThat(answer.member("action")).isEqualTo("OK");
            assertThat(answer.member("responseContent")).isEqualTo("Bearer error=\"invalid_request\"");
            assertThat(answer.member("token")).isEqualTo(token);
            assertThat(answer.member("subject")).isEqualTo("user1");
            assertThat(answer.member("clientId")).isEqualTo(client.id().toString());
            assertThat(answer.member("userInfoClaims")).isEqualTo("{\"name#de\":{\"essential\":true},\"sub\":null}");
            assertThat(answer.body())
                    .contains("\"scopes\":[\"openid\",\"email\",\"read\"]")
                    .contains("\"claims\":[\"email\",\"email_verified\",\"name#de\"]")
                    .contains("\"consentedClaims\":[\"email\"]")
                    .contains("\"properties\":[{\"key\":\"k\",\"value\":\"v\",\"hidden\":false}]")
                    .contains("\"clientIdAlias\":\"my-app\",\"clientIdAliasUsed\":false")
                    .contains("\"serviceAttributes\":[{\"key\":\"a\",\"value\":\"b\"}]");
            assertThat(SERVER.v3(service).post(CHECK, Fields.of("token", token)).member("action"))
                    .isEqualTo("OK");
        }

        /** And so says introspection. */
        @ParameterizedTest
        @CsvSource({
            "openid+email, , '[\"email\",\"email_verified\",\"txn\"]'",
            "openid+email, address, '[\"address\"]'",
            "openid, , '[\"txn\"]'",
            "email, ,"
        })
        void isAllowedWhatWasSaidElseWhatItsScopesAskForAndWasTold(String scopes, String said, String allowed) {
            Object[] more = said == null
                    ? new Object[] {"claims", "{\"txn\":\"t\",\"sub\":\"x\"}"}
                    : new Object[] {"claims", "{\"txn\":\"t\"}", "consentedClaims", List.of(said)};
            Answer answer = SERVER.v2(service)
                    .post("/auth/introspection", Fields.of("token", login(client, "&scope=" + scopes, more)));
            JsonNode shown = answer.json().get("consentedClaims");
            assertThat(shown == null ? null : Json.writeText(shown)).isEqualTo(allowed);
        }

        @Test
        void isToldTheClaimsWithTheirTypesAndNothingOfATokens() {
            Answer answer = issue("token", login(client, "&scope=openid"), "claims", TOLD);
            assertThat(answer.member("type")).isEqualTo("userInfoIssueResponse");
            assertThat(answer.code()).isEqualTo("A096001");
            assertThat(answer.member("action")).isEqualTo("JSON");
            assertThat(answer.member("responseContent"))
                    .isEqualTo("{\"email\":\"a@example.com\",\"email_verified\":true,\"updated_at\":1700000000,"
                            + "\"height\":1.75,\"address\":{\"locality\":\"Ulm\"},\"sub\":\"user1\"}");
        }

        /** OpenID Connect Core section 5.3.2: the same {@code sub} as in the ID token. */
        @Test
        void isAboutWhomItsIdTokenWasAboutAfterARefreshToo() {
            Answer tokens = redeem(
                    client,
                    new Browser(SERVER.v2(service))
                            .allow(client, request("&scope=openid"), "sub", "pairwise")
                            .member("authorizationCode"));
            Answer refreshed = token(client, "grant_type=refresh_token&refresh_token=" + tokens.member("refreshToken"));
            assertThat(issue("token", refreshed.member("accessToken")).member("responseContent"))
                    .isEqualTo("{\"sub\":\"pairwise\"}");
            assertThat(issue("token", refreshed.member("accessToken"), "sub", "other")
                            .member("responseContent"))
                    .isEqualTo("{\"sub\":\"other\"}");
        }
    }

    @Nested
    class AClientThatWantsAJwt {
        @Test
        void getsOneThatIsSignedWithWhatATokenSays() {
            Client its = SERVER.given(
                    aClient().of(service).with("userInfoSignAlg", "ES256").build());
            Answer answer = issue("token", login(its, "&scope=openid"), "claims", TOLD);
            assertThat(answer.member("action")).isEqualTo("JWT");
            Members claims = verified(answer.member("responseContent"));
            long now = SERVER.clock().now().getEpochSecond();
            assertThat(claims.text("iss")).isEqualTo("https://as.example.com");
            assertThat(claims.texts("aud")).containsExactly(its.id().toString());
            assertThat(claims.text("sub")).isEqualTo("user1");
            assertThat(claims.whole("iat")).isEqualTo(now);
            assertThat(claims.whole("exp")).isEqualTo(now + 86_400);
            assertThat(claims.get("email_verified")).isEqualTo(true);
            assertThat(claims.object("address").text("locality")).isEqualTo("Ulm");
        }

        @Test
        void getsOneWithoutASignatureIfItIsRegisteredSo() {
            Client its = SERVER.given(
                    aClient().of(service).with("userInfoSignAlg", "NONE").build());
            String[] parts = issue("token", login(its, "&scope=openid"))
                    .member("responseContent")
                    .split("\\.", -1);
            assertThat(decoded(parts[0])).contains("\"alg\":\"none\"");
            assertThat(decoded(parts[1])).contains("\"sub\":\"user1\"");
            assertThat(parts[2]).isEmpty();
        }

        @Test
        void getsJsonEncryptedIfThatAloneIsRegistered() throws Exception {
            JWEObject jwe = decrypted(aClient());
            assertThat(jwe.getHeader().getContentType()).isNull();
            assertThat(jwe.getPayload().toJSONObject())
                    .containsEntry("sub", "user1")
                    .containsEntry("email_verified", true);
        }

        @Test
        void getsASignedOneEncryptedIfBothAreRegistered() throws Exception {
            JWEObject jwe = decrypted(aClient().with("userInfoSignAlg", "ES256"));
            assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
            assertThat(verified(jwe.getPayload().toString()).text("sub")).isEqualTo("user1");
        }

        private JWEObject decrypted(Clients registered) throws Exception {
            Client its = SERVER.given(
                    registered.of(service).with("userInfoEncryptionAlg", "DIR").build());
            Answer answer = issue("token", login(its, "&scope=openid"), "claims", TOLD);
            assertThat(answer.member("action")).isEqualTo("JWT");
            JWEObject jwe = JWEObject.parse(answer.member("responseContent"));
            jwe.decrypt(new DirectDecrypter(new SharedSecret(its.secret()).forEncryption(256)));
            return jwe;
        }

        @ParameterizedTest
        @CsvSource({
            "userInfoSignAlg, RS256, The service's `jwks` has no private key that can sign RS256.",
            "userInfoSignAlg, ES256K, 'The client is registered with the algorithm ES256K, which is not supported.'",
            "userInfoEncryptionAlg, ECDH_ES, The client has no `jwks` and no `jwksUri`."
        })
        void isRefusedByTheNameOfWhatIsMissing(String member, String algorithm, String why) {
            Client its =
                    SERVER.given(aClient().of(service).with(member, algorithm).build());
            Answer answer = issue("token", login(its, "&scope=openid"));
            assertThat(answer.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(answer.message()).isEqualTo("[A096202] The userinfo response cannot be made. " + why);
            assertThat(answer.member("responseContent")).startsWith("Bearer error=\"server_error\"");
        }
    }

    @Nested
    class IsRefused {
        @ParameterizedTest
        @ValueSource(strings = {CHECK, ISSUE})
        void withoutAToken(String path) {
            refused(path, "", "BAD_REQUEST", "A087301", "invalid_request");
        }

        @ParameterizedTest
        @ValueSource(strings = {CHECK, ISSUE})
        void byATokenThatIsNone(String path) {
            refused(path, "\u00fc none", "UNAUTHORIZED", "A088302", "invalid_token");
            Service other = SERVER.given(Services.aService().build());
            assertThat(SERVER.v2(other)
                            .post(path, Fields.of("token", create("AUTHORIZATION_CODE", "openid", "user1")))
                            .code())
                    .isEqualTo("A088302");
        }

        @ParameterizedTest
        @ValueSource(strings = {CHECK, ISSUE})
        void byAnExpiredToken(String path) {
            String token = create("AUTHORIZATION_CODE", "openid", "user1");
            SERVER.v2(service)
                    .post("/auth/token/update", Fields.of("accessToken", token, "accessTokenExpiresAt", 1000));
            refused(path, token, "UNAUTHORIZED", "A088303", "invalid_token");
        }

        @ParameterizedTest
        @ValueSource(strings = {CHECK, ISSUE})
        void byATokenOfALockedClient(String path) {
            String token = create("AUTHORIZATION_CODE", "openid", "user1");
            SERVER.v2(service).post("/client/lock_flag/update/" + client.id(), "{\"clientLocked\":true}");
            refused(path, token, "UNAUTHORIZED", "A088304", "invalid_token");
        }

        /** Whatever its scopes: it could not be of more. */
        @ParameterizedTest
        @CsvSource({CHECK + ",read", CHECK + ",openid", ISSUE + ",read", ISSUE + ",openid"})
        void byATokenOfNobody(String path, String scope) {
            refused(path, create("CLIENT_CREDENTIALS", scope, null), "UNAUTHORIZED", "A089303", "invalid_token");
        }

        @ParameterizedTest
        @ValueSource(strings = {CHECK, ISSUE})
        void byATokenWithoutTheScope(String path) {
            String token = create("AUTHORIZATION_CODE", "read", "user1");
            Answer answer = refused(path, token, "FORBIDDEN", "A089304", "insufficient_scope");
            assertThat(answer.member("responseContent")).endsWith(",scope=\"openid\"");
            assertThat(answer.member("claims")).isNull();
        }

        @Test
        void withClaimsThatAreNoObject() {
            Answer answer = issue("token", create("AUTHORIZATION_CODE", "openid", "user1"), "claims", "[1]");
            assertThat(answer.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(answer.code()).isEqualTo("A096201");
            assertThat(check("token", List.of("x")).member("action")).isEqualTo("BAD_REQUEST");
        }

        private Answer refused(String path, String token, String action, String code, String error) {
            Answer answer = SERVER.v2(service).post(path, Fields.of("token", token));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("action")).isEqualTo(action);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.member("responseContent")).startsWith("Bearer error=\"" + error + "\",");
            return answer;
        }
    }

    private Answer check(Object... fields) {
        return SERVER.v2(service).post(CHECK, Fields.of(fields));
    }

    private Answer issue(Object... fields) {
        return SERVER.v2(service).post(ISSUE, Fields.of(fields));
    }

    private String create(String grantType, String scope, String subject) {
        List<Object> fields = new ArrayList<>(
                List.of("grantType", grantType, "clientId", client.id().value()));
        fields.addAll(List.of("scopes", List.of(scope)));
        if (subject != null) {
            fields.addAll(List.of("subject", subject));
        }
        return SERVER.v2(service)
                .post("/auth/token/create", Fields.of(fields.toArray()))
                .member("accessToken");
    }

    private String login(Client of, String query, Object... more) {
        String code =
                new Browser(SERVER.v2(service)).allow(of, request(query), more).member("authorizationCode");
        return redeem(of, code).member("accessToken");
    }

    private static String request(String query) {
        return "&response_type=code&redirect_uri=" + encoded(Clients.REDIRECT_URI) + query;
    }

    private Answer redeem(Client of, String code) {
        return token(
                of, "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(Clients.REDIRECT_URI));
    }

    private Answer token(Client of, String parameters) {
        Answer answer = SERVER.v2(service)
                .post(
                        "/auth/token",
                        Fields.of(
                                "parameters",
                                parameters,
                                "clientId",
                                of.id().toString(),
                                "clientSecret",
                                of.secret().value()));
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
        return answer;
    }

    private static Members verified(String jwt) {
        KeySetReading.Read keys =
                (KeySetReading.Read) SERVER.bean(KeySets.class).read(KEYS);
        SignatureCheck check = SERVER.bean(Signatures.class).verify(jwt, Set.of(SignatureAlgorithm.ES256), keys.set());
        return ((SignatureCheck.Verified) check).claims();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
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
