package dev.grantkeep.adapter.rest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attributes;
import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code service/configuration} (OpenID Connect Discovery section 3, RFC 8414 section 2). */
class OpenIdConnectDiscoveryTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String PATH = "/service/configuration";
    private static final String SYMMETRIC = "\"HS256\",\"HS384\",\"HS512\"";

    @Nested
    class TheDocument {
        @Test
        void saysWhatTheSettingsSayLetterByLetter() {
            Service service = SERVER.given(aService()
                    .withIssuer("https://as.example.com/tenant/")
                    .with("authorizationEndpoint", "https://as.example.com/authorize")
                    .with("tokenEndpoint", "https://as.example.com/token")
                    .with("userInfoEndpoint", "https://as.example.com/userinfo")
                    .with("jwksUri", "https://as.example.com/jwks")
                    .with("supportedClaims", List.of("email"))
                    .with("supportedClaimTypes", List.of("NORMAL"))
                    .with("supportedDisplays", List.of("PAGE"))
                    .with("supportedAcrs", List.of("gold"))
                    .with("policyUri", "https://as.example.com/policy")
                    .with("supportedAuthorizationDetailsTypes", List.of("payment"))
                    .build());
            Answer answer = SERVER.v2(service).get(PATH);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"issuer\":\"https://as.example.com/tenant/\"")
                    .contains("\"authorization_endpoint\":\"https://as.example.com/authorize\"")
                    .contains("\"token_endpoint\":\"https://as.example.com/token\"")
                    .contains("\"userinfo_endpoint\":\"https://as.example.com/userinfo\"")
                    .contains("\"jwks_uri\":\"https://as.example.com/jwks\"")
                    .contains("\"claims_supported\":[\"email\"]", "\"claim_types_supported\":[\"normal\"]")
                    .contains("\"display_values_supported\":[\"page\"]", "\"acr_values_supported\":[\"gold\"]")
                    .contains("\"op_policy_uri\":\"https://as.example.com/policy\"")
                    .contains("\"authorization_details_types_supported\":[\"payment\"]")
                    .contains("\"authorization_response_iss_parameter_supported\":true")
                    .doesNotContain("\"type\"", "resultCode", "null", "revocation_endpoint\"");
            assertThat(SERVER.v3(service).get(PATH).body()).isEqualTo(answer.body());
            assertThat(SERVER.v2(service).post(PATH, "{\"pretty\":false}").body())
                    .isEqualTo(answer.body());
        }

        @Test
        void namesNothingThatIsNotGiven() {
            Service service = SERVER.given(Services.aService()
                    .withScopes(Scope.named("openid"), Scope.named("pay").with(Attributes.of("fapi2", "sp")))
                    .withGrantTypes(GrantType.IMPLICIT, GrantType.CIBA, GrantType.REFRESH_TOKEN)
                    .withResponseTypes(ResponseType.CODE, ResponseType.CODE_ID_TOKEN)
                    .withTokenAuthMethods(
                            ClientAuthMethod.NONE, ClientAuthMethod.CLIENT_SECRET_POST, ClientAuthMethod.SPIFFE_JWT)
                    .with("supportedRevocationAuthMethods", List.of("SPIFFE_JWT"))
                    .with("registrationEndpoint", "https://as.example.com/register")
                    .with("issSuppressed", true)
                    .build());
            assertThat(SERVER.v2(service).get(PATH).body())
                    .contains("\"scopes_supported\":[\"openid\"]")
                    .contains("\"grant_types_supported\":[\"implicit\",\"refresh_token\"]")
                    .contains("\"response_types_supported\":[\"code\",\"code id_token\"]")
                    .contains("\"response_modes_supported\":[\"query\",\"fragment\",\"form_post\",\"query.jwt\"")
                    .contains("\"token_endpoint_auth_methods_supported\":[\"none\",\"client_secret_post\"]")
                    .contains("\"request_parameter_supported\":true", "\"request_uri_parameter_supported\":true")
                    .contains("\"claims_parameter_supported\":true")
                    .contains("\"authorization_response_iss_parameter_supported\":false")
                    .doesNotContain("registration_endpoint", "revocation_endpoint_auth", "_endpoint_auth_signing_alg");
        }

        @Test
        void saysByWhichAlgorithmsAssertionsMayBeSigned() {
            Service service = SERVER.given(aService()
                    .withTokenAuthMethods(ClientAuthMethod.CLIENT_SECRET_BASIC, ClientAuthMethod.CLIENT_SECRET_JWT)
                    .with("supportedRevocationAuthMethods", List.of("PRIVATE_KEY_JWT"))
                    .build());
            assertThat(member(service, "token_endpoint_auth_methods_supported"))
                    .isEqualTo("[\"client_secret_basic\",\"client_secret_jwt\"]");
            assertThat(member(service, "token_endpoint_auth_signing_alg_values_supported"))
                    .isEqualTo("[" + SYMMETRIC + "]");
            assertThat(member(service, "revocation_endpoint_auth_signing_alg_values_supported"))
                    .contains("\"RS256\"", "\"EdDSA\"")
                    .doesNotContain("none", "HS256");
        }

        @ParameterizedTest
        @CsvSource({"false, '[\"plain\",\"S256\"]'", "true, '[\"S256\"]'"})
        void saysWhichCodeChallengesAreTaken(boolean onlyS256, String methods) {
            Service service =
                    SERVER.given(aService().with("pkceS256Required", onlyS256).build());
            assertThat(member(service, "code_challenge_methods_supported")).isEqualTo(methods);
        }
    }

    @Nested
    class AlgorithmsOfSignatures {
        @Test
        void areThoseOfClientSecretsWithoutKeys() {
            for (Service service : List.of(
                    SERVER.given(aService().build()),
                    SERVER.given(aService().with("jwks", "no keys").build()))) {
                assertThat(member(service, "id_token_signing_alg_values_supported"))
                        .isEqualTo("[" + SYMMETRIC + "]");
                assertThat(member(service, "userinfo_signing_alg_values_supported"))
                        .isEqualTo("[" + SYMMETRIC + ",\"none\"]");
            }
        }

        @Test
        void areThoseThatThereIsAPrivateKeyFor() throws JOSEException {
            Service rsa = withKeys(new RSAKeyGenerator(2048).keyID("r").generate());
            assertThat(member(rsa, "id_token_signing_alg_values_supported"))
                    .isEqualTo("[" + SYMMETRIC + ",\"RS256\",\"RS384\",\"RS512\",\"PS256\",\"PS384\",\"PS512\"]");
            Service ec = withKeys(
                    new ECKeyGenerator(Curve.P_256).keyID("e").generate(),
                    new RSAKeyGenerator(2048).generate().toPublicJWK());
            assertThat(member(ec, "id_token_signing_alg_values_supported")).isEqualTo("[" + SYMMETRIC + ",\"ES256\"]");
            assertThat(SERVER.v2(ec).get(PATH).body()).doesNotContain("\"d\":");
        }

        private Service withKeys(JWK... keys) {
            return SERVER.given(aService()
                    .with("jwks", new JWKSet(List.of(keys)).toString(false))
                    .build());
        }
    }

    /** What either specification requires of the document. */
    @Nested
    class Section3RequiredMembers {
        private final OpenIdProvider provider = new OpenIdProvider(
                SERVER,
                OpenIdProvider.aService()
                        .with("authorizationEndpoint", "https://as.example.com/authorize")
                        .with("tokenEndpoint", "https://as.example.com/token")
                        .with("userInfoEndpoint", "https://as.example.com/userinfo")
                        .with("jwksUri", "https://as.example.com/jwks"));
        private final Answer document = provider.caller().get(PATH);

        @Test
        void areThere() {
            for (String name : List.of(
                    "issuer",
                    "authorization_endpoint",
                    "token_endpoint",
                    "userinfo_endpoint",
                    "jwks_uri",
                    "response_types_supported",
                    "subject_types_supported",
                    "id_token_signing_alg_values_supported",
                    "scopes_supported")) {
                assertThat(document.json().get(name)).as(name).isNotNull();
            }
            assertThat(Json.writeText(document.json().get("scopes_supported"))).contains("\"openid\"");
            assertThat(Json.writeText(document.json().get("subject_types_supported")))
                    .contains("\"public\"");
        }

        /** {@code RS256} has to be there, and what is there has to be possible. */
        @Test
        void nameTheAlgorithmThatEveryClientCanAndOnlyThoseThatWork() {
            JsonNode algorithms = document.json().get("id_token_signing_alg_values_supported");
            assertThat(Json.writeText(algorithms))
                    .contains("\"RS256\"", "\"EdDSA\"")
                    .doesNotContain("none");
            for (JsonNode algorithm : algorithms.values()) {
                Client its = provider.client("idTokenSignAlg", algorithm.getStringValue());
                assertThat(provider.request(its).tokens().member("idToken"))
                        .as(algorithm.getStringValue())
                        .isNotNull();
            }
        }

        @Test
        void nameOnlyResponseTypesAndModesThatWork() {
            for (JsonNode type : document.json().get("response_types_supported").values()) {
                for (JsonNode mode :
                        document.json().get("response_modes_supported").values()) {
                    boolean front = type.getStringValue().contains("token");
                    boolean inQuery = mode.getStringValue().startsWith("query");
                    Answer answer = provider.request(provider.client("authorizationSignAlg", "ES256"))
                            .with("response_type", type.getStringValue())
                            .with("response_mode", mode.getStringValue())
                            .with("nonce", "n")
                            .ask();
                    assertThat(answer.member("ticket") != null)
                            .as(type + " " + mode)
                            .isEqualTo(!front || !inQuery);
                }
            }
        }

        /** Importers stop where the methods are missing, or {@code none} is among the algorithms of assertions. */
        @Test
        void nameTheMethodsOfAuthenticationAndNoUnsignedAssertions() {
            assertThat(Json.writeText(document.json().get("token_endpoint_auth_methods_supported")))
                    .isEqualTo("[\"none\",\"client_secret_basic\",\"client_secret_post\"]");
            OpenIdProvider all = new OpenIdProvider(
                    SERVER,
                    OpenIdProvider.aService().with("supportedTokenAuthMethods", List.of(ClientAuthMethod.values())));
            assertThat(member(all.service(), "token_endpoint_auth_signing_alg_values_supported"))
                    .contains("RS256")
                    .doesNotContain("none");
            assertThat(member(
                            SERVER.given(aService().withTokenAuthMethods().build()),
                            "token_endpoint_auth_methods_supported"))
                    .isEqualTo("[]");
        }

        /** RFC 8414 section 2: whoever takes challenges says which. */
        @Test
        void nameTheCodeChallenges() {
            assertThat(Json.writeText(document.json().get("code_challenge_methods_supported")))
                    .isEqualTo("[\"plain\",\"S256\"]");
        }

        /** Silence would mean the contrary. */
        @Test
        void denyWhatIsNotThere() {
            assertThat(document.member("require_request_uri_registration")).isEqualTo("true");
            assertThat(document.body()).doesNotContain("null", "[]", "registration_endpoint", "device_authorization");
        }
    }

    /** Section 4.3, RFC 8414 section 3.3: clients compare the issuer letter by letter, wherever it stands. */
    @Nested
    class Section4Dot3TheIssuer {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://as.example.com/",
                    "https://as.example.com",
                    "https://as.example.com/t/",
                    "https://AS.example.com:443/t/%7Ea",
                    "https://as.example.com//"
                })
        void isOneTextEverywhere(String issuer) {
            OpenIdProvider its = new OpenIdProvider(
                    SERVER, OpenIdProvider.aService().withIssuer(issuer).with("idTokenReissuable", true));
            Client client = its.client("userInfoSignAlg", "ES256");
            Map<String, String> front = OpenIdProvider.response(its.request(client)
                    .with("response_type", "code id_token")
                    .with("nonce", "n")
                    .allow());
            Answer tokens = its.redeem(client, front.get("code"));
            Answer refreshed = its.refresh(client, tokens);
            String reissued = its.caller()
                    .post("/idtoken/reissue", Fields.of("accessToken", refreshed.member("accessToken")))
                    .member("idToken");
            String error = OpenIdProvider.response(
                            its.request(client).with("prompt", "x").ask())
                    .get("iss");

            assertThat(its.caller().get(PATH).member("issuer")).isEqualTo(issuer);
            assertThat(front.get("iss")).isEqualTo(issuer);
            assertThat(error).isEqualTo(issuer);
            for (String jwt : List.of(
                    front.get("id_token"),
                    tokens.member("idToken"),
                    reissued,
                    its.userInfo(refreshed).member("responseContent"))) {
                assertThat(its.verified(jwt).text("iss")).isEqualTo(issuer);
            }
            assertThat(its.request(client).with("id_token_hint", reissued).ask().member("subject"))
                    .isEqualTo("user1");
        }
    }

    @Nested
    class APatch {
        private final Service service = SERVER.given(aService().build());

        @Test
        void changesTheDocumentLast() {
            String patch = "[{\"op\":\"add\",\"path\":\"/x~1y\",\"value\":{\"a\":[1.5,null]}},"
                    + "{\"op\":\"replace\",\"path\":\"/issuer\",\"value\":\"https://other.example.com\"},"
                    + "{\"op\":\"copy\",\"from\":\"/x~1y\",\"path\":\"/z\"},{\"op\":\"test\",\"path\":\"/z/a/0\",\"value\":1.5},"
                    + "{\"op\":\"move\",\"from\":\"/z\",\"path\":\"/moved\"},{\"op\":\"remove\",\"path\":\"/scopes_supported\"}]";
            for (Answer answer : List.of(
                    SERVER.v2(service).post(PATH, Fields.of("patch", patch)),
                    SERVER.v3(service).get(PATH + "?patch=" + URLEncoder.encode(patch, StandardCharsets.UTF_8)))) {
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.member("issuer")).isEqualTo("https://other.example.com");
                assertThat(Json.writeText(answer.json().get("x/y"))).isEqualTo("{\"a\":[1.5]}");
                assertThat(answer.json().get("moved")).isNotNull();
                assertThat(answer.json().get("z")).isNull();
                assertThat(answer.json().get("scopes_supported")).isNull();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "{}",
                    "[1]",
                    "[{}]",
                    "[{\"op\":\"add\",\"path\":\"/a\"}]",
                    "[{\"op\":\"add\",\"path\":\"a\",\"value\":1}]",
                    "[{\"op\":\"add\",\"path\":\"/a/b\",\"value\":1}]",
                    "[{\"op\":\"add\",\"path\":\"/response_types_supported/99\",\"value\":1}]",
                    "[{\"op\":\"add\",\"path\":\"/response_types_supported/x\",\"value\":1}]",
                    "[{\"op\":\"add\",\"path\":\"\",\"value\":1}]",
                    "[{\"op\":\"replace\",\"path\":\"\",\"value\":[]}]",
                    "[{\"op\":\"replace\",\"path\":\"/gone\",\"value\":1}]",
                    "[{\"op\":\"remove\",\"path\":\"/gone\"}]",
                    "[{\"op\":\"remove\",\"path\":\"\"}]",
                    "[{\"op\":\"move\",\"from\":\"/gone\",\"path\":\"/a\"}]",
                    "[{\"op\":\"copy\",\"path\":\"/a\"}]",
                    "[{\"op\":\"test\",\"path\":\"/issuer\",\"value\":\"x\"}]",
                    "[{\"op\":\"nonsense\",\"path\":\"/a\"}]"
                })
        void thatIsNoneOrCannotBeAppliedIs400(String patch) {
            refused(patch);
        }

        @Test
        void thatGrowsWithoutBoundIs400() {
            String doublings = IntStream.range(0, 40)
                    .mapToObj(i -> "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/a" + i + "\"}")
                    .collect(Collectors.joining(","));
            refused("[" + doublings + ",{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]");
            refused("["
                    + "{\"op\":\"add\",\"path\":\"/a\",\"value\":1},".repeat(Patch.MAX_OPERATIONS)
                    + "{\"op\":\"remove\",\"path\":\"/a\"}]");
        }

        private void refused(String patch) {
            Answer answer = SERVER.v2(service).post(PATH, Fields.of("patch", patch));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("A130201");
            assertThat(answer.message()).contains("'patch'");
        }
    }

    @Test
    void isIndentedForPeople() {
        Service service = SERVER.given(aService().build());
        Answer pretty = SERVER.v2(service).get(PATH + "?pretty=true");
        assertThat(pretty.body()).startsWith("{\n  \"issuer\" : ");
        assertThat(pretty.json()).isEqualTo(SERVER.v2(service).get(PATH).json());
    }

    private static Services aService() {
        return Services.aService().withScopes("openid", "read");
    }

    private static String member(Service service, String name) {
        JsonNode node = SERVER.v2(service).get(PATH).json().get(name);
        return node == null ? null : Json.writeText(node);
    }
}
