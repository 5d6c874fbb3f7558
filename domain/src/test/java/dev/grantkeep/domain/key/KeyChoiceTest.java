package dev.grantkeep.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.key.KeyChoice.Chosen;
import dev.grantkeep.domain.key.KeyChoice.Missing;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyChoiceTest {
    private static final Jwk RSA = key(KeyType.RSA, null, "rsa", true);
    private static final Jwk RSA_2 = key(KeyType.RSA, null, "rsa-2", true);
    private static final Jwk RSA_WITHOUT_ID = key(KeyType.RSA, null, null, true);
    private static final Jwk RSA_OF_ANOTHER = key(KeyType.RSA, null, "public", false);
    private static final Jwk P256 = key(KeyType.EC, "P-256", "p256", true);
    private static final Jwk P384 = key(KeyType.EC, "P-384", "p384", true);

    @Nested
    class ToSign {
        @Test
        void theNamedOneIsTaken() {
            assertThat(sign("rsa-2", RSA, RSA_2)).isEqualTo(new Chosen(RSA_2));
        }

        @Test
        void theOnlyOneIsTakenWhateverIsNamed() {
            assertThat(sign(null, P256, RSA)).isEqualTo(new Chosen(RSA));
            assertThat(sign("unknown", P256, RSA)).isEqualTo(new Chosen(RSA));
        }

        @Test
        void ofSeveralTheFirstWithAnIdIsTakenIfNoneIsNamed() {
            assertThat(sign(null, RSA_WITHOUT_ID, RSA, RSA_2)).isEqualTo(new Chosen(RSA));
            assertThat(sign(null, RSA_WITHOUT_ID)).isEqualTo(new Chosen(RSA_WITHOUT_ID));
        }

        @Test
        void aNameOfAKeyOfAnotherKindSaysNothing() {
            assertThat(sign("p256", P256, RSA, RSA_2)).isEqualTo(new Chosen(RSA));
        }

        @Test
        void aNameThatWouldHaveToDecideAndDoesNotIsAnError() {
            Missing missing = new Missing("The service's `idTokenSignatureKeyId` names no key that can sign RS256");
            assertThat(sign("unknown", RSA, RSA_2)).isEqualTo(missing);
            assertThat(sign("public", RSA_OF_ANOTHER, RSA, RSA_2)).isEqualTo(missing);
        }

        @Test
        void thereMayBeNone() {
            assertThat(sign(null, P256, RSA_OF_ANOTHER))
                    .isEqualTo(new Missing("The service's `jwks` has no private key that can sign RS256"));
        }

        @Test
        void theCurveHasToFit() {
            assertThat(KeyChoice.forSigning(set(P384, P256), SignatureAlgorithm.ES256, wish(null)))
                    .isEqualTo(new Chosen(P256));
            assertThat(KeyChoice.forSigning(set(P384, P256, P256), SignatureAlgorithm.ES256, wish("p384")))
                    .isEqualTo(new Chosen(P256));
        }

        @Test
        void theKeyHasToBeForIt() {
            assertThat(sign(null, of("enc", Set.of(), null))).isInstanceOf(Missing.class);
            assertThat(sign(null, of(null, Set.of("encrypt"), null))).isInstanceOf(Missing.class);
            assertThat(sign(null, of(null, Set.of(), "RS512"))).isInstanceOf(Missing.class);
            assertThat(sign(null, of("sig", Set.of("verify", "sign"), "RS256"))).isInstanceOf(Chosen.class);
        }

        /** A service adds a key, switches the name, and takes the old key away when its tokens are over. */
        @Test
        void keysRotate() {
            KeySet both = set(RSA, RSA_2);

            assertThat(sign("rsa", RSA, RSA_2)).isEqualTo(new Chosen(RSA));
            assertThat(sign("rsa-2", RSA, RSA_2)).isEqualTo(new Chosen(RSA_2));
            assertThat(KeyChoice.forVerifying(both, SignatureAlgorithm.RS256, "rsa"))
                    .containsExactly(RSA);
            assertThat(KeyChoice.forVerifying(both, SignatureAlgorithm.RS256, "rsa-2"))
                    .containsExactly(RSA_2);
        }

        private KeyChoice sign(@Nullable String id, Jwk... keys) {
            return KeyChoice.forSigning(set(keys), SignatureAlgorithm.RS256, wish(id));
        }
    }

    @Nested
    class ToVerify {
        @Test
        void allThatFitAreTriedIfTheMessageNamesNone() {
            assertThat(KeyChoice.forVerifying(
                            set(RSA_OF_ANOTHER, P256, of(null, Set.of("sign"), null), of("enc", Set.of(), null)),
                            SignatureAlgorithm.RS256,
                            null))
                    .containsExactly(RSA_OF_ANOTHER, of(null, Set.of("sign"), null));
        }

        @Test
        void thoseOfTheNameAreTriedElseThoseWithoutOne() {
            assertThat(verify("rsa", RSA, RSA_2, RSA_WITHOUT_ID)).containsExactly(RSA);
            assertThat(verify("unknown", RSA, RSA_2, RSA_WITHOUT_ID)).containsExactly(RSA_WITHOUT_ID);
            assertThat(verify("unknown", RSA, RSA_2)).isEmpty();
        }

        @Test
        void noKeyOfASetIsForASharedSecret() {
            assertThat(KeyChoice.forVerifying(set(RSA, P256), SignatureAlgorithm.HS256, null))
                    .isEmpty();
        }

        private List<Jwk> verify(String id, Jwk... keys) {
            return KeyChoice.forVerifying(set(keys), SignatureAlgorithm.RS256, id);
        }
    }

    @Nested
    class ToEncrypt {
        @Test
        void theFirstWithAnIdIsTakenElseTheFirst() {
            assertThat(encrypt(RSA_WITHOUT_ID, RSA_OF_ANOTHER)).contains(RSA_OF_ANOTHER);
            assertThat(encrypt(P256, RSA_WITHOUT_ID)).contains(RSA_WITHOUT_ID);
            assertThat(encrypt(P256, of("sig", Set.of(), null))).isEmpty();
        }

        @Test
        void theCurveHasToBeOneOfThoseThatAreUsed() {
            Jwk other = key(KeyType.EC, "secp256k1", "k", false);
            assertThat(KeyChoice.forEncrypting(set(other, P384), KeyManagementAlgorithm.ECDH_ES))
                    .contains(P384);
            assertThat(KeyChoice.forEncrypting(set(other), KeyManagementAlgorithm.ECDH_ES))
                    .isEmpty();
        }

        private Optional<Jwk> encrypt(Jwk... keys) {
            return KeyChoice.forEncrypting(set(keys), KeyManagementAlgorithm.RSA_OAEP_256);
        }
    }

    @Test
    void onlyAPrivateKeyDecrypts() {
        KeySet keys = set(RSA_OF_ANOTHER, RSA, P256, of(null, Set.of("encrypt"), null));
        assertThat(KeyChoice.forDecrypting(keys, KeyManagementAlgorithm.RSA_OAEP_256, null))
                .containsExactly(RSA);
        assertThat(KeyChoice.forDecrypting(keys, KeyManagementAlgorithm.RSA_OAEP_256, "rsa"))
                .containsExactly(RSA);
    }

    @Nested
    class ASet {
        @Test
        void hasNoSymmetricKeys() {
            assertThatIllegalArgumentException().isThrownBy(() -> set(RSA, key(KeyType.OCTETS, null, null, true)));
        }

        @Test
        void isKnownByItsText() {
            assertThat(new KeySet("a", List.of()))
                    .isEqualTo(new KeySet("a", List.of(RSA)))
                    .isNotEqualTo(new KeySet("b", List.of()))
                    .isNotEqualTo("a");
        }

        @Test
        void doesNotShowItsText() {
            assertThat(new KeySet("very-private", List.of(RSA)).toString())
                    .contains("rsa")
                    .doesNotContain("very-private");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k"})
    void aServiceNamesAKeyUnlessTheNameIsEmpty(String name) {
        KeyWish wish = KeyWish.of(KeyPurpose.ID_TOKEN, Members.of(Map.of("idTokenSignatureKeyId", name)));
        assertThat(wish).isEqualTo(wish(name.isEmpty() ? null : name));
        assertThat(KeyWish.of(KeyPurpose.ID_TOKEN, Members.NONE)).isEqualTo(wish(null));
    }

    private static KeyWish wish(@Nullable String id) {
        return new KeyWish(KeyPurpose.ID_TOKEN, id);
    }

    private static KeySet set(Jwk... keys) {
        return new KeySet("{}", List.of(keys));
    }

    private static Jwk key(KeyType type, @Nullable String curve, @Nullable String id, boolean isPrivate) {
        return new Jwk(0, type, curve, null, Set.of(), null, id, isPrivate);
    }

    /** A private RSA key that is only for this. */
    private static Jwk of(@Nullable String use, Set<String> operations, @Nullable String algorithm) {
        return new Jwk(0, KeyType.RSA, null, use, operations, algorithm, null, true);
    }
}
