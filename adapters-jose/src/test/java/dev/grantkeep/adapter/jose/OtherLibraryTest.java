package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeyType;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.security.Key;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made here is read by another library, and the reverse, for each algorithm. */
class OtherLibraryTest {
    @ParameterizedTest
    @EnumSource
    void verifiesWhatIsSignedHere(SignatureAlgorithm algorithm) throws JoseException {
        String compact = Jose.sign(Jose.order(algorithm), ownKeys(algorithm));

        JsonWebSignature signature = signature(algorithm);
        signature.setCompactSerialization(compact);
        signature.setKey(algorithm.isSymmetric() ? hmac() : Jose.key(algorithm).getPublicKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(JsonText.read(signature.getPayload())).isEqualTo(Jose.CLAIMS.tree());
    }

    @ParameterizedTest
    @EnumSource
    void signsWhatIsVerifiedHere(SignatureAlgorithm algorithm) throws JoseException {
        JsonWebSignature signature = signature(algorithm);
        signature.setAlgorithmHeaderValue(algorithm.wireName());
        signature.setPayload(JsonText.write(Jose.CLAIMS.tree()));
        signature.setKey(algorithm.isSymmetric() ? hmac() : Jose.key(algorithm).getPrivateKey());

        assertThat(Jose.verified(signature.getCompactSerialization(), algorithm, otherSidesKeys(algorithm)))
                .isEqualTo(Jose.CLAIMS);
    }

    @ParameterizedTest
    @MethodSource("encryptions")
    void decryptsWhatIsEncryptedHere(KeyManagementAlgorithm algorithm, ContentEncryption content) throws JoseException {
        KeyMaterial keys = algorithm.isSymmetric() ? Jose.shared() : Jose.publicKeys(recipient(algorithm));

        JsonWebEncryption encryption = encryption(algorithm, content);
        encryption.setCompactSerialization(Jose.encrypt(algorithm, content, keys));
        encryption.setKey(
                algorithm.isSymmetric()
                        ? aes(algorithm, content)
                        : recipient(algorithm).getPrivateKey());
        assertThat(encryption.getPayload()).isEqualTo("plain text");
        assertThat(encryption.getContentTypeHeaderValue()).isEqualTo("JWT");
    }

    @ParameterizedTest
    @MethodSource("encryptions")
    void encryptsWhatIsDecryptedHere(KeyManagementAlgorithm algorithm, ContentEncryption content) throws JoseException {
        JsonWebEncryption encryption = encryption(algorithm, content);
        encryption.setAlgorithmHeaderValue(algorithm.wireName());
        encryption.setEncryptionMethodHeaderParameter(content.wireName());
        encryption.setPayload("plain text");
        encryption.setKey(
                algorithm.isSymmetric()
                        ? aes(algorithm, content)
                        : recipient(algorithm).getPublicKey());

        KeyMaterial keys = algorithm.isSymmetric() ? Jose.shared() : Jose.privateKeys(recipient(algorithm));
        assertThat(Jose.plaintext(encryption.getCompactSerialization(), keys)).isEqualTo("plain text");
    }

    static Stream<Arguments> encryptions() {
        return Arrays.stream(KeyManagementAlgorithm.values())
                .flatMap(algorithm ->
                        Arrays.stream(ContentEncryption.values()).map(content -> Arguments.of(algorithm, content)));
    }

    private static KeyMaterial ownKeys(SignatureAlgorithm algorithm) {
        return algorithm.isSymmetric() ? Jose.shared() : Jose.privateKeys(Jose.key(algorithm));
    }

    private static KeyMaterial otherSidesKeys(SignatureAlgorithm algorithm) {
        return algorithm.isSymmetric() ? Jose.shared() : Jose.publicKeys(Jose.key(algorithm));
    }

    private static PublicJsonWebKey recipient(KeyManagementAlgorithm algorithm) {
        return Jose.key(algorithm.keyType() == KeyType.RSA ? SignatureAlgorithm.RS256 : SignatureAlgorithm.ES384);
    }

    private static JsonWebSignature signature(SignatureAlgorithm algorithm) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm.wireName()));
        return signature;
    }

    private static JsonWebEncryption encryption(KeyManagementAlgorithm algorithm, ContentEncryption content) {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm.wireName()));
        encryption.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, content.wireName()));
        return encryption;
    }

    private static Key hmac() {
        return new HmacKey(Jose.shared().forSignatures());
    }

    private static Key aes(KeyManagementAlgorithm algorithm, ContentEncryption content) {
        return new SecretKeySpec(Jose.shared().forEncryption(algorithm.secretBits(content)), "AES");
    }
}
