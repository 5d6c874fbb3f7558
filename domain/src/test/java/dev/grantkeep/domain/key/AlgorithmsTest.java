package dev.grantkeep.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.value.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AlgorithmsTest {
    @ParameterizedTest
    @EnumSource
    void aSignatureIsFoundByItsRegisteredName(SignatureAlgorithm algorithm) {
        assertThat(SignatureAlgorithm.named(algorithm.wireName())).contains(algorithm);
    }

    @Test
    void namesAreTakenLetterByLetter() {
        assertThat(SignatureAlgorithm.named("EdDSA")).contains(SignatureAlgorithm.EDDSA);
        assertThat(SignatureAlgorithm.named("rs256")).isEmpty();
        assertThat(SignatureAlgorithm.named("none")).isEmpty();
        assertThat(KeyManagementAlgorithm.named("RSA-OAEP-256")).contains(KeyManagementAlgorithm.RSA_OAEP_256);
        assertThat(KeyManagementAlgorithm.named("RSA1_5")).isEmpty();
        assertThat(KeyManagementAlgorithm.ofApi("ECDH_ES_A128KW")).contains(KeyManagementAlgorithm.ECDH_ES_A128KW);
        assertThat(KeyManagementAlgorithm.ofApi("ECDH-ES+A128KW")).isEmpty();
        assertThat(KeyManagementAlgorithm.DIR.wireName()).isEqualTo("dir");
        assertThat(ContentEncryption.named("A128CBC-HS256")).contains(ContentEncryption.A128CBC_HS256);
        assertThat(ContentEncryption.named("A128CBC_HS256")).isEmpty();
        assertThat(ContentEncryption.ofApi("A256GCM")).contains(ContentEncryption.A256GCM);
        assertThat(ContentEncryption.ofApi("A256")).isEmpty();
    }

    @Test
    void thoseOfASecretAreSymmetric() {
        assertThat(Arrays.stream(SignatureAlgorithm.values()).filter(SignatureAlgorithm::isSymmetric))
                .containsExactly(SignatureAlgorithm.HS256, SignatureAlgorithm.HS384, SignatureAlgorithm.HS512);
        assertThat(Arrays.stream(KeyManagementAlgorithm.values()).filter(KeyManagementAlgorithm::isSymmetric))
                .containsExactly(
                        KeyManagementAlgorithm.A128KW,
                        KeyManagementAlgorithm.A192KW,
                        KeyManagementAlgorithm.A256KW,
                        KeyManagementAlgorithm.DIR);
        assertThat(SignatureAlgorithm.HS384.minSecretOctets()).isEqualTo(48);
    }

    /** RFC 7518 section 3.2 and section 3.1: what a key has to be. */
    @ParameterizedTest
    @CsvSource({
        "HS256, OCTETS, , 32",
        "HS384, OCTETS, , 48",
        "HS512, OCTETS, , 64",
        "RS256, RSA, , 32",
        "RS384, RSA, , 48",
        "RS512, RSA, , 64",
        "PS256, RSA, , 32",
        "PS384, RSA, , 48",
        "PS512, RSA, , 64",
        "ES256, EC, P-256, 32",
        "ES384, EC, P-384, 48",
        "ES512, EC, P-521, 64",
        "EDDSA, OKP, Ed25519, 64"
    })
    void aSignatureTakesKeysOfOneKind(
            SignatureAlgorithm algorithm, KeyType family, @Nullable String curve, int octets) {
        assertThat(algorithm.family()).isEqualTo(family);
        assertThat(algorithm.curve()).isEqualTo(curve);
        assertThat(algorithm.minSecretOctets()).isEqualTo(octets);
        assertThat(Base64.getUrlDecoder().decode(algorithm.halfHash("value"))).hasSize(octets / 2);
    }

    @Test
    void anAssertionIsSignedByASecretOrByAKey() {
        assertThat(SignatureAlgorithm.ofAssertions(List.of())).isEmpty();
        assertThat(SignatureAlgorithm.ofAssertions(List.of(ClientAuthMethod.CLIENT_SECRET_POST)))
                .isEmpty();
        assertThat(SignatureAlgorithm.ofAssertions(List.of(ClientAuthMethod.CLIENT_SECRET_JWT)))
                .allMatch(SignatureAlgorithm::isSymmetric)
                .hasSize(3);
        assertThat(SignatureAlgorithm.ofAssertions(List.of(ClientAuthMethod.PRIVATE_KEY_JWT)))
                .noneMatch(SignatureAlgorithm::isSymmetric)
                .hasSize(10);
        assertThat(SignatureAlgorithm.ofAssertions(
                        List.of(ClientAuthMethod.CLIENT_SECRET_JWT, ClientAuthMethod.PRIVATE_KEY_JWT)))
                .containsExactly(SignatureAlgorithm.values());
    }

    @Test
    void theContentKeyIsAgreedOnOrInTheMessage() {
        assertThat(Arrays.stream(KeyManagementAlgorithm.values()).filter(KeyManagementAlgorithm::isDirect))
                .containsExactly(KeyManagementAlgorithm.ECDH_ES, KeyManagementAlgorithm.DIR);
        assertThat(Arrays.stream(KeyManagementAlgorithm.values())
                        .filter(algorithm -> algorithm.keyType() == KeyType.RSA))
                .containsExactly(KeyManagementAlgorithm.RSA_OAEP_256);
    }

    @ParameterizedTest
    @CsvSource({
        "A128CBC_HS256, 256",
        "A192CBC_HS384, 384",
        "A256CBC_HS512, 512",
        "A128GCM, 128",
        "A192GCM, 192",
        "A256GCM, 256"
    })
    void aContentKeyIsAsLongAsRfc7518Says(ContentEncryption encryption, int bits) {
        assertThat(encryption.keyBits()).isEqualTo(bits);
        assertThat(KeyManagementAlgorithm.DIR.secretBits(encryption)).isEqualTo(bits);
    }

    @Test
    void aKeyOfASecretIsAsLongAsItsAlgorithmWants() {
        assertThat(KeyManagementAlgorithm.A192KW.secretBits(ContentEncryption.A128GCM))
                .isEqualTo(192);
        assertThat(KeyManagementAlgorithm.DIR.secretBits(ContentEncryption.A256CBC_HS512))
                .isEqualTo(512);
    }

    /** The first is the example of OpenID Connect Core appendix A.3. */
    @ParameterizedTest
    @CsvSource({
        "RS256,77QmUPtjPfzWtF2AnpK9RQ",
        "ES384,jtAeDp945y1dDqU3nkIVGNZP1HjH_MFs",
        "EDDSA,q7nS86GgvvFaZkzALLWqJYaJIKw2wCDAVfCAsm5CrBM"
    })
    void halfAHashIsByTheHashOfTheAlgorithm(SignatureAlgorithm algorithm, String expected) {
        assertThat(algorithm.halfHash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"))
                .isEqualTo(expected);
    }

    /** Hashes of "client-secret" by SHA-256, SHA-384 and SHA-512, cut. */
    @ParameterizedTest
    @CsvSource({
        "128,fdce8e4a65b70d186bd77cba2e0c580d",
        "256,fdce8e4a65b70d186bd77cba2e0c580dcf1c6497da9f1b70eed849497e1f8ba2",
        "384,b7fc0eb489966413ea60c156132c45a4a8d2cbdc28cd57a443093d66f0a352187c9ab1fb78c4b396cde050a220ca4370",
        "512,74e23a63145231ac82afef6267dcbbcc60457191cbd39e1d828ae67283914f40"
                + "18258156b85a79f5ed44520796f070feca7b9a05926b1d7a3098cb4be3e0871e"
    })
    void aSecretsKeyIsCutFromTheHashThatIsLongEnough(int bits, String expected) {
        assertThat(HexFormat.of().formatHex(new SharedSecret(new Secret("client-secret")).forEncryption(bits)))
                .isEqualTo(expected);
    }
}
