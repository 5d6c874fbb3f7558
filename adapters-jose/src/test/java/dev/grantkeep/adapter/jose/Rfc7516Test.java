package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.out.key.Decryption;
import dev.grantkeep.application.port.out.key.EncryptionOrder;
import dev.grantkeep.application.port.out.key.EncryptionOutcome;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyType;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Secret;
import java.util.Base64;
import java.util.Set;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Web Encryption. */
class Rfc7516Test {
    private static final KeyManagementAlgorithm RSA = KeyManagementAlgorithm.RSA_OAEP_256;
    private static final ContentEncryption GCM = ContentEncryption.A128GCM;
    private static final PublicJsonWebKey RSA_KEY = Jose.key(SignatureAlgorithm.RS256);
    private static final KeySet PRIVATE =
            Jose.privateKeys(RSA_KEY, Jose.key(SignatureAlgorithm.ES256), Jose.key(SignatureAlgorithm.EDDSA));
    private static final KeySet PUBLIC = Jose.publicKeys(RSA_KEY, Jose.key(SignatureAlgorithm.ES256));

    private static KeyMaterial keys(KeyManagementAlgorithm algorithm, KeySet set) {
        return algorithm.keyType() == KeyType.OCTETS ? Jose.shared() : set;
    }

    @ParameterizedTest
    @EnumSource
    void everyPartCounts(KeyManagementAlgorithm algorithm) {
        String compact = Jose.encrypt(algorithm, GCM, keys(algorithm, PUBLIC));
        String[] parts = compact.split("\\.", -1);
        for (int i = 1; i < parts.length; i++) {
            byte[] octets = Base64.getUrlDecoder().decode(parts[i]);
            if (octets.length > 0) {
                octets[0] ^= 1;
                String[] changed = parts.clone();
                changed[i] = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
                assertThat(Jose.decryptionFault(String.join(".", changed), keys(algorithm, PRIVATE)))
                        .isEqualTo(JoseFault.UNDECIPHERABLE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHeaderIsAuthenticated(KeyManagementAlgorithm algorithm) {
        String compact = Jose.encrypt(algorithm, GCM, keys(algorithm, PUBLIC));
        int end = compact.indexOf('.');
        String header = Jose.decoded(compact.substring(0, end));
        String changed = Jose.encoded(header.substring(0, header.length() - 1) + ",\"x\":1}") + compact.substring(end);

        assertThat(Jose.decryptionFault(changed, keys(algorithm, PRIVATE))).isEqualTo(JoseFault.UNDECIPHERABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c.d", "a.b.c.d.e.f", "....", "e30....", "e30.a.b.c.d"})
    void whatHasNotFivePartsAndAHeaderIsNone(String text) {
        assertThat(Jose.decryptionFault(text, PRIVATE)).isEqualTo(JoseFault.MALFORMED);
    }

    @Test
    void emptyPartsCannotBeDecrypted() {
        String header = Jose.encoded("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A128GCM\"}");

        assertThat(Jose.decryptionFault(header + "....", PRIVATE)).isEqualTo(JoseFault.UNDECIPHERABLE);
    }

    @Test
    void aSignedMessageIsNotEncrypted() {
        String compact = Jose.sign(Jose.order(SignatureAlgorithm.RS256), PRIVATE);

        assertThat(Jose.decryptionFault(compact, PRIVATE)).isEqualTo(JoseFault.NOT_ENCRYPTED);
    }

    @Test
    void anEncryptedMessageIsNotSigned() {
        assertThat(Jose.fault(Jose.encrypt(RSA, GCM, PUBLIC), PRIVATE)).isEqualTo(JoseFault.NOT_SIGNED);
    }

    @Test
    void section4113ACompressedMessageIsRefused() throws JoseException {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue("RSA-OAEP-256");
        encryption.setEncryptionMethodHeaderParameter("A128GCM");
        encryption.enableDefaultCompression();
        encryption.setPayload("0".repeat(10_000_000));
        encryption.setKey(RSA_KEY.getPublicKey());

        assertThat(Jose.decryptionFault(encryption.getCompactSerialization(), PRIVATE))
                .isEqualTo(JoseFault.COMPRESSED);
    }

    @Test
    void anotherRecipientCannotDecrypt() {
        PublicJsonWebKey other = Jose.newKey(SignatureAlgorithm.RS256);
        String compact = Jose.encrypt(RSA, GCM, PUBLIC);

        assertThat(Jose.decryptionFault(compact, Jose.privateKeys(other))).isEqualTo(JoseFault.UNDECIPHERABLE);
        other.setKeyId("other");
        assertThat(Jose.decryptionFault(compact, Jose.privateKeys(other))).isEqualTo(JoseFault.NO_KEY);
        assertThat(Jose.decryptionFault(compact, PUBLIC)).isEqualTo(JoseFault.NO_KEY);
        assertThat(Jose.decryptionFault(compact, Jose.shared())).isEqualTo(JoseFault.NO_KEY);
    }

    @Test
    void anotherSecretCannotDecrypt() {
        String compact = Jose.encrypt(KeyManagementAlgorithm.A128KW, GCM, Jose.shared());

        assertThat(Jose.decryptionFault(compact, new SharedSecret(new Secret("another"))))
                .isEqualTo(JoseFault.UNDECIPHERABLE);
        assertThat(Jose.decryptionFault(compact, PRIVATE)).isEqualTo(JoseFault.NO_KEY);
    }

    @Test
    void keysOfOneIdAreTried() {
        PublicJsonWebKey other = Jose.newKey(SignatureAlgorithm.RS256);

        assertThat(Jose.plaintext(Jose.encrypt(RSA, GCM, PUBLIC), Jose.privateKeys(other, RSA_KEY)))
                .isEqualTo("plain text");
    }

    @Test
    void onlyAlgorithmsThatAreExpectedCount() {
        String compact = Jose.encrypt(RSA, GCM, PUBLIC);

        assertThat(Jose.ENCRYPTION.decrypt(compact, Set.of(KeyManagementAlgorithm.ECDH_ES), Set.of(GCM), PRIVATE))
                .isEqualTo(new Decryption.Refused(JoseFault.UNEXPECTED_ALGORITHM));
        assertThat(Jose.ENCRYPTION.decrypt(compact, Set.of(RSA), Set.of(ContentEncryption.A256GCM), PRIVATE))
                .isEqualTo(new Decryption.Refused(JoseFault.UNEXPECTED_ALGORITHM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA1_5", "RSA-OAEP", "A128GCMKW", "PBES2-HS256+A128KW", "none", "RS256", "rsa-oaep-256"})
    void anAlgorithmThatIsNotOfferedIsRefused(String name) {
        String header =
                Jose.encoded("{\"alg\":\"" + name + "\",\"enc\":\"A128GCM\",\"p2c\":2147483647,\"p2s\":\"AAAA\"}");

        assertThat(Jose.decryptionFault(header + ".AAAA.AAAA.AAAA.AAAA", PRIVATE))
                .isEqualTo(JoseFault.UNEXPECTED_ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"crit\":[\"x\"],\"x\":1", "\"crit\":[]"})
    void anExtensionThatIsNotKnownMustBeRefused(String member) {
        String header = Jose.encoded("{\"alg\":\"dir\",\"enc\":\"A128GCM\"," + member + "}");

        assertThat(Jose.decryptionFault(header + "..AAAA.AAAA.AAAA", Jose.shared()))
                .isEqualTo(JoseFault.EXTENDED);
    }

    @Test
    void aRecipientWithoutAFittingKeyGetsNothing() {
        KeySet onlyEd25519 = Jose.publicKeys(Jose.key(SignatureAlgorithm.EDDSA));

        assertThat(Jose.ENCRYPTION.encrypt(new EncryptionOrder(RSA, GCM, "x", false), onlyEd25519))
                .isEqualTo(new EncryptionOutcome.NoKey("has no key that can encrypt by RSA-OAEP-256"));
        assertThat(Jose.ENCRYPTION.encrypt(new EncryptionOrder(RSA, GCM, "x", false), Jose.shared()))
                .isInstanceOf(EncryptionOutcome.NoKey.class);
        assertThat(Jose.ENCRYPTION.encrypt(new EncryptionOrder(KeyManagementAlgorithm.DIR, GCM, "x", false), PUBLIC))
                .isInstanceOf(EncryptionOutcome.NoKey.class);
    }

    @Test
    void twoMessagesOfOneTextDiffer() {
        assertThat(Jose.encrypt(RSA, GCM, PUBLIC)).isNotEqualTo(Jose.encrypt(RSA, GCM, PUBLIC));
    }
}
