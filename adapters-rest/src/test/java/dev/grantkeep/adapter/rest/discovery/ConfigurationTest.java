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
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Services;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code service/configuration} (OpenID Connect Discovery section 3, RFC 8414 section 2). */
class ConfigurationTest {
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
                    .withGrantTypes(GrantType.IMPLICIT, GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN)
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
                    .contains("\"response_modes_supported\":[\"query\",\"fragment\",\"form_post\"]")
                    .contains("\"token_endpoint_auth_methods_supported\":[\"none\",\"client_secret_post\"]")
                    .contains("\"request_parameter_supported\":false", "\"request_uri_parameter_supported\":false")
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
