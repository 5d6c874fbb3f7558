package dev.grantkeep.domain.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyType;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** OpenID Connect Discovery section 3 and RFC 8414 section 2. */
final class DiscoveryTest {
    private static final String AUTH_METHODS = "token_endpoint_auth_methods_supported";
    private static final String AUTH_ALGORITHMS = "token_endpoint_auth_signing_alg_values_supported";
    private static final String REVOCATION_METHODS = "revocation_endpoint_auth_methods_supported";
    private static final String REVOCATION_ALGORITHMS = "revocation_endpoint_auth_signing_alg_values_supported";
    private static final String ID_TOKEN_ALGORITHMS = "id_token_signing_alg_values_supported";
    private static final String USERINFO_ALGORITHMS = "userinfo_signing_alg_values_supported";
    private static final String REQUEST_OBJECT_ALGORITHMS = "request_object_signing_alg_values_supported";
    private static final List<String> BY_SECRETS = List.of("HS256", "HS384", "HS512");

    private final Map<String, Object> settings = new HashMap<>();
    private Set<GrantType> grantTypes = Set.of(GrantType.values());
    private Set<ClientAuthMethod> authMethods = Set.of(ClientAuthMethod.values());
    private @Nullable KeySet keys;

    @Test
    void ofAServiceThatSaysNothingHasWhatIsAlwaysSo() {
        assertThat(document().tree())
                .containsOnlyKeys(
                        "response_types_supported",
                        "response_modes_supported",
                        "grant_types_supported",
                        "subject_types_supported",
                        AUTH_METHODS,
                        ID_TOKEN_ALGORITHMS,
                        "id_token_encryption_alg_values_supported",
                        "id_token_encryption_enc_values_supported",
                        USERINFO_ALGORITHMS,
                        "userinfo_encryption_alg_values_supported",
                        "userinfo_encryption_enc_values_supported",
                        "authorization_signing_alg_values_supported",
                        "authorization_encryption_alg_values_supported",
                        "authorization_encryption_enc_values_supported",
                        "code_challenge_methods_supported",
                        "claims_parameter_supported",
                        "request_parameter_supported",
                        "request_uri_parameter_supported",
                        "require_request_uri_registration",
                        "require_signed_request_object",
                        REQUEST_OBJECT_ALGORITHMS,
                        "request_object_encryption_alg_values_supported",
                        "request_object_encryption_enc_values_supported",
                        "require_pushed_authorization_requests",
                        "authorization_response_iss_parameter_supported")
                .containsEntry("response_types_supported", List.of())
                .containsEntry("grant_types_supported", List.of())
                .containsEntry(AUTH_METHODS, List.of())
                .containsEntry("response_modes_supported", List.of("query", "fragment", "form_post"))
                .containsEntry("require_pushed_authorization_requests", false)
                .containsEntry("claims_parameter_supported", true)
                .containsEntry("request_parameter_supported", true)
                .containsEntry("request_uri_parameter_supported", true)
                .containsEntry("require_request_uri_registration", true)
                .containsEntry("require_signed_request_object", false)
                .containsEntry("authorization_response_iss_parameter_supported", false);
    }

    @Test
    void repeatsAddressesLetterByLetter() {
        settings.put("issuer", "https://as.example.com/");
        settings.put("userInfoEndpoint", "https://as.example.com/userinfo");
        settings.put("supportedClaims", List.of("name", "email"));
        settings.put("supportedUiLocales", List.of("de", "pt-BR"));
        assertThat(document().tree())
                .containsEntry("issuer", "https://as.example.com/")
                .containsEntry("userinfo_endpoint", "https://as.example.com/userinfo")
                .containsEntry("claims_supported", List.of("name", "email"))
                .containsEntry("ui_locales_supported", List.of("de", "pt-BR"))
                .doesNotContainKey("token_endpoint");
    }

    @Test
    void namesWhatTheApiWritesInItsOwnWay() {
        settings.put("supportedResponseTypes", List.of("CODE", "CODE_ID_TOKEN_TOKEN"));
        settings.put("supportedDisplays", List.of("PAGE", "WAP"));
        settings.put("supportedClaimTypes", List.of("NORMAL"));
        settings.put("supportedPromptValues", List.of("SELECT_ACCOUNT"));
        settings.put("supportedAcrs", List.of("urn:Gold"));
        settings.put("supportedIntrospectionAuthMethods", List.of("TLS_CLIENT_AUTH"));
        assertThat(document().tree())
                .containsEntry("response_types_supported", List.of("code", "code id_token token"))
                .containsEntry("display_values_supported", List.of("page", "wap"))
                .containsEntry("claim_types_supported", List.of("normal"))
                .containsEntry("prompt_values_supported", List.of("select_account"))
                .containsEntry("acr_values_supported", List.of("urn:Gold"))
                .containsEntry("introspection_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    }

    @Test
    void namesNoGrantTypeThatIsNotGiven() {
        settings.put("supportedGrantTypes", List.of("AUTHORIZATION_CODE", "IMPLICIT", "CIBA"));
        grantTypes = Set.of(GrantType.AUTHORIZATION_CODE, GrantType.CLIENT_CREDENTIALS);
        assertThat(document().texts("grant_types_supported")).containsExactly("authorization_code", "implicit");
    }

    @Test
    void namesNoScopeWhoseTokensAreRefused() {
        settings.put(
                "supportedScopes",
                List.of(
                        Map.of("name", "read"),
                        Map.of("name", "pay", "attributes", List.of(Map.of("key", "fapi2", "value", "sp")))));
        assertThat(document().texts("scopes_supported")).containsExactly("read");
        settings.put(
                "supportedScopes",
                List.of(Map.of("name", "pay", "attributes", List.of(Map.of("key", "fapi2", "value", "sp")))));
        assertThat(document().get("scopes_supported")).isNull();
    }

    @Test
    void namesTheMethodsOfAuthenticationThatAreGiven() {
        settings.put("supportedTokenAuthMethods", List.of("NONE", "CLIENT_SECRET_BASIC", "TLS_CLIENT_AUTH"));
        settings.put("supportedRevocationAuthMethods", List.of("TLS_CLIENT_AUTH"));
        authMethods = Set.of(ClientAuthMethod.NONE, ClientAuthMethod.CLIENT_SECRET_BASIC);
        Members document = document();
        assertThat(document.texts(AUTH_METHODS)).containsExactly("none", "client_secret_basic");
        assertThat(document.get(AUTH_ALGORITHMS)).isNull();
        assertThat(document.get(REVOCATION_METHODS)).isNull();
        assertThat(document.get(REVOCATION_ALGORITHMS)).isNull();
    }

    @Test
    void namesTheAlgorithmsOfAssertionsWhereTheyAreTaken() {
        settings.put("supportedTokenAuthMethods", List.of("CLIENT_SECRET_JWT"));
        settings.put("supportedRevocationAuthMethods", List.of("PRIVATE_KEY_JWT"));
        Members document = document();
        assertThat(document.texts(AUTH_ALGORITHMS)).isEqualTo(BY_SECRETS);
        assertThat(document.texts(REVOCATION_METHODS)).containsExactly("private_key_jwt");
        assertThat(document.texts(REVOCATION_ALGORITHMS))
                .contains("RS256", "ES512", "EdDSA")
                .doesNotContain("HS256", "none");
    }

    @Test
    void namesTheSignaturesThatTheServiceCanMakeWithASecretOrItsKeys() {
        assertThat(document().texts(ID_TOKEN_ALGORITHMS)).isEqualTo(BY_SECRETS);
        assertThat(document().texts(USERINFO_ALGORITHMS)).containsExactly("HS256", "HS384", "HS512", "none");
        keys = keys(key("P-384", "a", true), key("P-256", "b", false));
        assertThat(document().texts(ID_TOKEN_ALGORITHMS)).containsExactly("HS256", "HS384", "HS512", "ES384");
        assertThat(document().texts(USERINFO_ALGORITHMS)).containsExactly("HS256", "HS384", "HS512", "ES384", "none");
    }

    /** Each kind of JWT has a setting of its own for the key. */
    @Test
    void namesNoSignatureForWhichTheNamedKeyIsMissing() {
        keys = keys(key("P-256", "a", true), key("P-256", "b", true));
        settings.put("userInfoSignatureKeyId", "gone");
        assertThat(document().texts(ID_TOKEN_ALGORITHMS)).contains("ES256");
        assertThat(document().texts(USERINFO_ALGORITHMS)).doesNotContain("ES256");
        settings.put("userInfoSignatureKeyId", "b");
        settings.put("idTokenSignatureKeyId", "gone");
        assertThat(document().texts(ID_TOKEN_ALGORITHMS)).doesNotContain("ES256");
        assertThat(document().texts(USERINFO_ALGORITHMS)).contains("ES256");
    }

    @Test
    void namesTheEncryptionsByTheirRegisteredNames() {
        for (String kind : List.of("id_token", "userinfo")) {
            assertThat(document().texts(kind + "_encryption_alg_values_supported"))
                    .contains("RSA-OAEP-256", "ECDH-ES+A128KW", "dir")
                    .doesNotContain("RSA1_5", "RSA-OAEP");
            assertThat(document().texts(kind + "_encryption_enc_values_supported"))
                    .containsExactly(
                            "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");
        }
    }

    /** RFC 9101 sections 10.1 and 10.5. */
    @Test
    void namesHowRequestObjectsMayBeSignedAndWhetherTheyMustBe() {
        assertThat(document().texts(REQUEST_OBJECT_ALGORITHMS))
                .contains("HS256", "RS256", "PS512", "ES256", "EdDSA")
                .doesNotContain("none", "ES256K");
        settings.put("requestObjectRequired", true);
        assertThat(document().flag("require_signed_request_object")).isTrue();
        settings.put("traditionalRequestObjectProcessingApplied", true);
        assertThat(document().flag("require_signed_request_object")).isFalse();
        assertThat(document().texts(REQUEST_OBJECT_ALGORITHMS)).contains("none", "RS256");
    }

    @Test
    void namesTheEncryptionsToTheServiceForWhichItHasAKey() {
        String algorithms = "request_object_encryption_alg_values_supported";
        assertThat(document().texts(algorithms)).containsExactly("A128KW", "A192KW", "A256KW", "dir");
        keys = keys(key("P-256", "a", false));
        assertThat(document().texts(algorithms)).doesNotContain("ECDH-ES", "RSA-OAEP-256");
        keys = keys(key("P-256", "a", true));
        assertThat(document().texts(algorithms)).contains("ECDH-ES", "dir").doesNotContain("RSA-OAEP-256");
        assertThat(document().texts("request_object_encryption_enc_values_supported"))
                .contains("A128CBC-HS256", "A256GCM");
    }

    @Test
    void namesPlainChallengesUnlessTheyAreRefused() {
        assertThat(document().texts("code_challenge_methods_supported")).containsExactly("plain", "S256");
        settings.put("pkceS256Required", true);
        assertThat(document().texts("code_challenge_methods_supported")).containsExactly("S256");
    }

    /** RFC 9207 section 3. */
    @Test
    void promisesTheIssuerInResponsesIfThereIsOneAndItIsNotSuppressed() {
        settings.put("issuer", "https://as.example.com");
        assertThat(document().flag("authorization_response_iss_parameter_supported"))
                .isTrue();
        settings.put("issSuppressed", true);
        assertThat(document().flag("authorization_response_iss_parameter_supported"))
                .isFalse();
    }

    private Members document() {
        return new Discovery(
                        Samples.service()
                                .update(new ServiceSettings(Members.of(settings), Set.of()), Samples.NOW)
                                .state(),
                        grantTypes,
                        authMethods,
                        keys)
                .document();
    }

    private static KeySet keys(Jwk... keys) {
        return new KeySet("{}", List.of(keys));
    }

    private static Jwk key(String curve, String id, boolean isPrivate) {
        return new Jwk(0, KeyType.EC, curve, null, Set.of(), null, id, isPrivate);
    }
}
