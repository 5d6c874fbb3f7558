package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Web Algorithms. */
class Rfc7518Test {
    private static final SignatureAlgorithm ES256 = SignatureAlgorithm.ES256;
    private static final PublicJsonWebKey EC_KEY = Jose.key(ES256);
    private static final PublicJsonWebKey RSA_KEY = Jose.key(SignatureAlgorithm.RS256);

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static Map<String, Object> with(PublicJsonWebKey key, String name, Object value) {
        Map<String, Object> members = new HashMap<>(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        members.put(name, value);
        return members;
    }

    @ParameterizedTest
    @EnumSource(names = {"HS256", "HS384", "HS512"})
    void section32AKeyOfTheSizeOfTheHashMustBeUsed(SignatureAlgorithm algorithm) {
        SharedSecret enough = new SharedSecret(new Secret("x".repeat(algorithm.minSecretOctets())));
        SharedSecret tooShort = new SharedSecret(new Secret("x".repeat(algorithm.minSecretOctets() - 1)));

        String compact = Jose.sign(Jose.order(algorithm), enough);
        assertThat(Jose.verified(compact, algorithm, enough)).isEqualTo(Jose.CLAIMS);
        assertThat(Jose.SIGNATURES.sign(Jose.order(algorithm), tooShort))
                .isEqualTo(new SigningOutcome.NoKey("The client's secret has fewer than the "
                        + algorithm.minSecretOctets() + " octets that " + algorithm.wireName() + " needs"));
        assertThat(Jose.fault(compact, tooShort)).isEqualTo(JoseFault.NO_KEY);
    }

    @Nested
    class Section33RsaKeys {
        @ParameterizedTest
        @ValueSource(ints = {512, 1024, 2047, 8193, 8200})
        void aModulusOutOfRangeIsRefused(int bits) {
            byte[] modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0).toByteArray();
            byte[] unsigned = modulus[0] == 0 ? java.util.Arrays.copyOfRange(modulus, 1, modulus.length) : modulus;

            assertThat(Jose.faults(Jose.set(with(RSA_KEY, "n", encoded(unsigned)))))
                    .containsExactly("keys[0] has a modulus that is not of 2048 to 8192 bits");
        }

        @ParameterizedTest
        @ValueSource(strings = {"AA", "AQ", "Ag", "AQAA", "AQAAAAE", "_____________w"})
        void anExponentThatIsNoneOrHugeIsRefused(String exponent) {
            assertThat(Jose.faults(Jose.set(with(RSA_KEY, "e", exponent))))
                    .containsExactly("keys[0] has a public exponent that is not odd and of 2 to 32 bits");
        }

        @Test
        void theExponentThreeIsTaken() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new java.security.spec.RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));
            RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
            byte[] modulus = key.getModulus().toByteArray();

            Map<String, Object> members = Map.of(
                    "kty", "RSA", "e", "Aw", "n", encoded(java.util.Arrays.copyOfRange(modulus, 1, modulus.length)));
            assertThat(Jose.read(Jose.set(members)).keys()).hasSize(1);
        }

        @Test
        void aKeyOfManyPrimesIsRefused() {
            Map<String, Object> members = with(RSA_KEY, "oth", java.util.List.of());

            assertThat(Jose.faults(Jose.set(members))).containsExactly("keys[0] has more than two primes (oth)");
        }

        @Test
        void aDamagedPrivateKeySignsNothing() {
            Map<String, Object> members =
                    new HashMap<>(RSA_KEY.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            members.put("p", members.get("q"));

            assertThat(Jose.SIGNATURES.sign(Jose.order(SignatureAlgorithm.RS256), Jose.read(Jose.set(members))))
                    .isEqualTo(new SigningOutcome.NoKey(
                            "A private key of the service's `jwks`, keys[0], is damaged: it cannot sign RS256"));
        }

        @Test
        void oneKeySignsByBothSchemesOfPadding() {
            KeySet keys = Jose.privateKeys(RSA_KEY);
            String compact = Jose.sign(Jose.order(SignatureAlgorithm.PS256), keys);

            assertThat(Jose.verified(compact, SignatureAlgorithm.PS256, keys)).isEqualTo(Jose.CLAIMS);
            String swapped = Jose.encoded("{\"alg\":\"RS256\"}") + compact.substring(compact.indexOf('.'));
            assertThat(Jose.fault(swapped, keys)).isEqualTo(JoseFault.WRONG_SIGNATURE);
        }
    }

    @Nested
    class Section34EcdsaSignatures {
        private final String input = Jose.encoded("{\"alg\":\"ES256\"}") + "." + Jose.encoded("{\"sub\":\"alice\"}");

        private JoseFault fault(byte[] signature) {
            return Jose.fault(input + "." + encoded(signature), Jose.publicKeys(EC_KEY));
        }

        @Test
        void aSignatureInDerIsWrong() throws GeneralSecurityException {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(EC_KEY.getPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));

            assertThat(fault(signature.sign())).isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void aSignatureOfZerosIsWrong() {
            assertThat(fault(new byte[64])).isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void aSignatureOfTheOrderOfTheCurveIsWrong() {
            BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
            byte[] octets = order.toByteArray();
            byte[] signature = new byte[64];
            System.arraycopy(octets, 1, signature, 0, 32);
            System.arraycopy(octets, 1, signature, 32, 32);

            assertThat(fault(signature)).isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void aSignatureOnAnotherCurveIsNotTaken() {
            String compact = Jose.sign(
                    Jose.order(SignatureAlgorithm.ES384), Jose.privateKeys(Jose.key(SignatureAlgorithm.ES384)));

            assertThat(Jose.fault(compact, Jose.publicKeys(EC_KEY))).isEqualTo(JoseFault.NO_KEY);
        }
    }

    /** RFC 7516 section 5.2, step 10. */
    @ParameterizedTest
    @EnumSource(names = {"DIR", "ECDH_ES"})
    void sections45And46AKeyThatIsAgreedOnIsNotInTheMessage(KeyManagementAlgorithm algorithm) {
        KeyMaterial keys = algorithm.isSymmetric() ? Jose.shared() : Jose.privateKeys(EC_KEY);
        String compact = Jose.encrypt(algorithm, ContentEncryption.A128GCM, keys);

        assertThat(Jose.plaintext(compact, keys)).isEqualTo("plain text");
        assertThat(Jose.decryptionFault(compact.replaceFirst("\\.\\.", ".AAAA."), keys))
                .isEqualTo(JoseFault.UNDECIPHERABLE);
    }

    @Nested
    class Section46KeyAgreement {
        private JoseFault fault(String epk) {
            String header = "{\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\",\"epk\":" + epk + "}";
            return Jose.decryptionFault(
                    Jose.encoded(header) + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA", Jose.privateKeys(EC_KEY));
        }

        @Test
        void anEphemeralKeyThatIsNotOnTheCurveIsRefused() {
            String x = with(EC_KEY, "kid", "x").get("x").toString();

            assertThat(fault("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x + "\",\"y\":\"" + x + "\"}"))
                    .isEqualTo(JoseFault.UNDECIPHERABLE);
        }

        @Test
        void anEphemeralKeyOfAnotherCurveIsRefused() {
            assertThat(fault(Jose.key(SignatureAlgorithm.ES384).toJson())).isEqualTo(JoseFault.UNDECIPHERABLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "\"x\"", "{}", "{\"kty\":\"EC\"}", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"})
        void whatIsNoKeyIsRefused(String epk) {
            assertThat(fault(epk)).isEqualTo(JoseFault.UNDECIPHERABLE);
        }
    }

    @Nested
    class Section62EcKeys {
        @Test
        void aPointThatIsNotOnTheCurveIsRefused() {
            Object x = with(EC_KEY, "kid", "x").get("x");

            assertThat(Jose.faults(Jose.set(with(EC_KEY, "y", x)))).containsExactly("keys[0] is not valid");
        }

        @Test
        void aPointOfAnotherCurveIsRefused() {
            assertThat(Jose.faults(Jose.set(with(EC_KEY, "crv", "P-384")))).containsExactly("keys[0] is not valid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "y", "crv"})
        void theRequiredMembersMustBeThere(String name) {
            Map<String, Object> members = with(EC_KEY, "kid", "x");
            members.remove(name);

            assertThat(Jose.faults(Jose.set(members))).containsExactly("keys[0] is not valid");
        }
    }
}
