package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestObjectRulesTest {
    private final Map<String, Object> ofService = new HashMap<>();
    private final Map<String, Object> ofClient = new HashMap<>();
    private RequestOrigin origin = RequestOrigin.BROWSER;

    private RequestObjectRules rules() {
        return new RequestObjectRules(
                Samples.service()
                        .update(new ServiceSettings(Members.of(ofService), Set.of()), NOW)
                        .state(),
                Samples.client()
                        .update(new ClientSettings(Members.of(ofClient), Set.of()), NOW)
                        .state(),
                origin);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void encryptionIsRequiredWhereABrowserIsBetween(boolean byService) {
        assertThat(rules().encryptionRequired()).isFalse();
        (byService ? ofService : ofClient).put("frontChannelRequestObjectEncryptionRequired", true);
        assertThat(rules().encryptionRequired()).isTrue();
        origin = RequestOrigin.PUSHED;
        assertThat(rules().encryptionRequired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRegisteredEncryptionCountsAloneIfItMustMatch(boolean byService) {
        ofClient.put("requestEncryptionAlg", "ECDH_ES");
        assertThat(rules().keyManagement()).containsExactly(KeyManagementAlgorithm.values());
        assertThat(rules().contents()).containsExactly(ContentEncryption.values());
        (byService ? ofService : ofClient).put("requestObjectEncryptionAlgMatchRequired", true);
        assertThat(rules().keyManagement()).containsExactly(KeyManagementAlgorithm.ECDH_ES);
        assertThat(rules().contents()).containsExactly(ContentEncryption.values());
        (byService ? ofService : ofClient).put("requestObjectEncryptionEncMatchRequired", true);
        assertThat(rules().contents()).containsExactly(ContentEncryption.A128CBC_HS256);
        ofClient.put("requestEncryptionEnc", "A256GCM");
        assertThat(rules().contents()).containsExactly(ContentEncryption.A256GCM);
    }

    @Test
    void aMatchIsWithWhatIsRegistered() {
        ofService.put("requestObjectEncryptionAlgMatchRequired", true);
        ofService.put("requestObjectEncryptionEncMatchRequired", true);
        assertThat(rules().keyManagement()).containsExactly(KeyManagementAlgorithm.values());
        assertThat(rules().contents()).containsExactly(ContentEncryption.values());
        ofClient.put("requestEncryptionEnc", "A192GCM");
        assertThat(rules().contents()).containsExactly(ContentEncryption.A192GCM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA1_5", "RSA_OAEP", "A128GCMKW", "PBES2_HS256_A128KW", "unknown"})
    void noEncryptionMatchesOneThatIsNotOffered(String algorithm) {
        ofClient.put("requestEncryptionAlg", algorithm);
        ofClient.put("requestObjectEncryptionAlgMatchRequired", true);
        assertThat(rules().keyManagement()).isEmpty();
        ofClient.put("requestEncryptionEnc", "unknown");
        ofClient.put("requestObjectEncryptionEncMatchRequired", true);
        assertThat(rules().contents()).isEmpty();
    }

    @Test
    void aPublicClientHasNoSecretThatCounts() {
        ofClient.put("clientType", "PUBLIC");
        assertThat(rules().keyManagement())
                .noneMatch(KeyManagementAlgorithm::isSymmetric)
                .isNotEmpty();
        assertThat(rules().signature("HS256")).isEmpty();
        assertThat(rules().signature("ES256")).contains(SignatureAlgorithm.ES256);
        ofClient.put("requestSignAlg", "HS256");
        assertThat(rules().signature("HS256")).isEmpty();
        assertThat(rules().signature("ES256")).isEmpty();
    }

    @Test
    void anySignatureThatIsOfferedWillDoWhereNoneIsRegistered() {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            assertThat(rules().signature(algorithm.wireName())).contains(algorithm);
        }
        for (String other : List.of("none", "NONE", "ES256K", "es256", "RS1", "")) {
            assertThat(rules().signature(other)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"ES256, ES256", "EdDSA, EdDSA", "HS512, HS512", "ES256K, ", "NONE, ", "unknown, "})
    void theRegisteredSignatureCountsAlone(String registered, String alone) {
        ofClient.put("requestSignAlg", registered);
        assertThat(List.of(SignatureAlgorithm.values()).stream()
                        .map(SignatureAlgorithm::wireName)
                        .filter(name -> rules().signature(name).isPresent()))
                .isEqualTo(alone == null ? List.of() : List.of(alone));
    }

    @Test
    void oneWithoutASignatureIsForTraditionalProcessing() {
        assertThat(rules().unsignedAllowed()).isFalse();
        ofService.put("traditionalRequestObjectProcessingApplied", true);
        assertThat(rules().unsignedAllowed()).isTrue();
        ofService.put("traditionalRequestObjectProcessingApplied", "yes");
        assertThat(rules().unsignedAllowed()).isFalse();
    }

    @Test
    void oneWithoutASignatureFitsAClientThatIsNotRegisteredToSign() {
        assertThat(rules().unsignedFits()).isTrue();
        ofClient.put("requestSignAlg", "NONE");
        assertThat(rules().unsignedFits()).isTrue();
        for (String algorithm : List.of("RS256", "HS256", "ES256K")) {
            ofClient.put("requestSignAlg", algorithm);
            assertThat(rules().unsignedFits()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://c.example/ro, true",
        "https://c.example/ro#hash, true",
        "https://c.example/ro#, true",
        "https://c.example/ro?a=b, false",
        "https://c.example/ro/, false",
        "https://C.example/ro, false",
        "https://c.example/r, false",
        "https://c.example/hashed, true",
        "https://c.example/hashed#other, true",
        "'', false",
        "#hash, false"
    })
    void anAddressIsRegisteredLetterByLetterUpToItsFragment(String uri, boolean registered) {
        assertThat(rules().client().settings().requestObjects().isRegistered(uri))
                .isFalse();
        ofClient.put("requestUris", List.of("https://c.example/ro", "https://c.example/hashed#first"));
        assertThat(rules().client().settings().requestObjects().isRegistered(uri))
                .isEqualTo(registered);
    }
}
