package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.P256Keys;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.key.SigningOrder;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all {@link Signatures} must do with ES256, and the {@link KeySets} and {@link JoseMessages} beside them. */
public abstract class SignaturesContract {
    private static final Set<SignatureAlgorithm> ES256 = Set.of(SignatureAlgorithm.ES256);
    private static final Members CLAIMS = Members.of(Map.of("sub", "alice", "exp", 1_700_000_000L));

    private final Map<String, Object> key = P256Keys.privateKey("one");
    private final Map<String, Object> other = P256Keys.privateKey("two");

    protected abstract KeySets keySets();

    protected abstract Signatures signatures();

    protected abstract JoseMessages messages();

    private KeySet set(Object... keys) {
        return ((KeySetReading.Read) keySets().read(P256Keys.set(keys))).set();
    }

    private static SigningOrder order(String keyId, Members header) {
        return new SigningOrder(
                SignatureAlgorithm.ES256, new KeyWish(KeyPurpose.ID_TOKEN, keyId), "at+jwt", header, CLAIMS);
    }

    private String signed(KeySet set, String keyId) {
        return ((SigningOutcome.Signed) signatures().sign(order(keyId, Members.NONE), set)).compact();
    }

    private String unsecured(@Nullable String type, Members header, Members claims) {
        return ((SigningOutcome.Signed) signatures().unsecured(type, header, claims)).compact();
    }

    private static JoseFault fault(SignatureCheck check) {
        assertThat(check).isInstanceOf(SignatureCheck.Refused.class);
        return ((SignatureCheck.Refused) check).fault();
    }

    @Nested
    class Sign {
        @Test
        void theOtherSideVerifies() {
            String compact = signed(set(key, other), "two");
            SignatureCheck check = signatures().verify(compact, ES256, set(P256Keys.publicKey(other)));

            assertThat(check).isInstanceOfSatisfying(SignatureCheck.Verified.class, verified -> {
                assertThat(verified.claims()).isEqualTo(CLAIMS);
                assertThat(verified.header().members())
                        .isEqualTo(Members.of(Map.of("alg", "ES256", "kid", "two", "typ", "at+jwt")));
                assertThat(verified.header().isOfType("at+jwt")).isTrue();
            });
        }

        @Test
        void theHeaderGetsMoreMembersButNotThoseThatSayWhatItIs() {
            Members more = Members.of(Map.of("alg", "none", "kid", "x", "crit", "x", "b64", false, "own", "mine"));
            String compact = ((SigningOutcome.Signed) signatures().sign(order("one", more), set(key))).compact();

            assertThat(messages().read(compact))
                    .isInstanceOfSatisfying(
                            JoseReading.Signed.class,
                            read -> assertThat(read.header().members())
                                    .isEqualTo(Members.of(
                                            Map.of("alg", "ES256", "kid", "one", "typ", "at+jwt", "own", "mine"))));
        }

        @Test
        void theHeaderOfAnUnsecuredOneDoesToo() {
            Members more = Members.of(Map.of("alg", "ES256", "kid", "x", "crit", "x", "typ", "x", "own", "mine"));

            assertThat(messages().read(unsecured("JWT", more, CLAIMS)))
                    .isInstanceOfSatisfying(
                            JoseReading.Unsecured.class,
                            read -> assertThat(read.header().members())
                                    .isEqualTo(Members.of(Map.of("alg", "none", "typ", "JWT", "own", "mine"))));
        }

        @Test
        void withoutAPrivateKeyTheSettingIsNamed() {
            assertThat(signatures().sign(order("one", Members.NONE), set(P256Keys.publicKey(key))))
                    .isEqualTo(new SigningOutcome.NoKey("The service's `jwks` has no private key that can sign ES256"));
        }

        @Test
        void aSecretDoesNotSign() {
            SharedSecret secret = new SharedSecret(new Secret("x".repeat(64)));

            assertThat(signatures().sign(order("one", Members.NONE), secret)).isInstanceOf(SigningOutcome.NoKey.class);
        }
    }

    @Nested
    class Verify {
        private final String compact = signed(set(key), "one");

        @Test
        void anotherKeyOfThatIdIsTheWrongOne() {
            Map<String, Object> impostor = P256Keys.privateKey("one");

            assertThat(fault(signatures().verify(compact, ES256, set(impostor))))
                    .isEqualTo(JoseFault.WRONG_SIGNATURE);
            assertThat(signatures().verify(compact, ES256, set(impostor, key)))
                    .isInstanceOf(SignatureCheck.Verified.class);
        }

        @Test
        void aKeyThatIsNotThereIsMissed() {
            assertThat(fault(signatures().verify(compact, ES256, set(other)))).isEqualTo(JoseFault.NO_KEY);
            assertThat(fault(signatures().verify(compact, ES256, set()))).isEqualTo(JoseFault.NO_KEY);
        }

        @Test
        void aKeyWithoutAnIdIsTried() {
            assertThat(signatures().verify(compact, ES256, set(P256Keys.without(key, "kid"))))
                    .isInstanceOf(SignatureCheck.Verified.class);
        }

        @Test
        void otherClaimsHaveAnotherSignature() {
            String[] parts = compact.split("\\.");
            String[] others = unsecured(null, Members.NONE, Members.NONE).split("\\.");

            assertThat(fault(signatures().verify(parts[0] + "." + others[1] + "." + parts[2], ES256, set(key))))
                    .isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void anAlgorithmThatIsNotExpectedIsRefused() {
            assertThat(fault(signatures().verify(compact, Set.of(SignatureAlgorithm.RS256), set(key))))
                    .isEqualTo(JoseFault.UNEXPECTED_ALGORITHM);
        }

        @Test
        void whatIsNotSignedIsRefused() {
            assertThat(fault(signatures().verify(unsecured(null, Members.NONE, CLAIMS), ES256, set(key))))
                    .isEqualTo(JoseFault.UNSECURED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "a.b", "e30.e30.", "5.5.5"})
        void whatIsNoMessageIsRefused(String text) {
            assertThat(fault(signatures().verify(text, ES256, set(key)))).isEqualTo(JoseFault.MALFORMED);
        }
    }

    @Nested
    class AKeyThatDoesNotFit {
        @Test
        void isNamedByItsPlace() {
            Map<String, Object> mixed = new LinkedHashMap<>(key);
            mixed.put("d", other.get("d"));

            assertThat(keySets().unfitting(set(key, mixed, other)))
                    .containsExactly("keys[1] has a private part that is not that of its public one");
        }

        @Test
        void isNoneWithoutAPrivatePart() {
            assertThat(keySets().unfitting(set(key, P256Keys.publicKey(other)))).isEmpty();
            assertThat(keySets().unfitting(set())).isEmpty();
        }
    }

    @Nested
    class Messages {
        @Test
        void anUnsecuredOneSaysSo() {
            assertThat(messages().read(unsecured("JWT", Members.NONE, CLAIMS)))
                    .isInstanceOfSatisfying(JoseReading.Unsecured.class, read -> {
                        assertThat(read.claims()).isEqualTo(CLAIMS);
                        assertThat(read.header().isOfType("jwt")).isTrue();
                    });
        }

        @Test
        void aLongOneIsRefused() {
            assertThat(messages().read("a".repeat(JoseMessages.MAX_LENGTH + 1)))
                    .isEqualTo(new JoseReading.Refused(JoseFault.TOO_LONG));
        }
    }

    @Nested
    class Sets {
        @Test
        void theKeysAreDescribed() {
            assertThat(set(Map.of("kty", "oct", "k", "AAAA"), key, P256Keys.publicKey(other))
                            .keys())
                    .extracting(Jwk::position, Jwk::id, Jwk::isPrivate)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, "one", true),
                            org.assertj.core.groups.Tuple.tuple(2, "two", false));
        }

        @ParameterizedTest
        @ValueSource(strings = {"d", "k"})
        void secretsAreTold(String member) {
            Map<String, Object> secret = Map.of("kty", "oct", "k", "AAAA");
            String text = P256Keys.set(member.equals("k") ? secret : key);

            assertThat(((KeySetReading.Read) keySets().read(text)).hasSecrets()).isTrue();
            assertThat(((KeySetReading.Read) keySets().read(P256Keys.set(P256Keys.publicKey(key)))).hasSecrets())
                    .isFalse();
        }

        @Test
        void whatIsNoneIsRefused() {
            assertThat(keySets().read("garbage")).isInstanceOf(KeySetReading.Refused.class);
        }

        @Test
        void faultsAreTold() {
            assertThat(((KeySetReading.Read) keySets().read("{\"keys\":[{}]}")).faults())
                    .containsExactly("keys[0] has no kty");
        }

        @Test
        void thePublicPartHasNothingPrivate() {
            Members part = keySets().publicPart(set(key, Map.of("kty", "oct", "k", "AAAA")));

            assertThat(part.objects("keys")).containsExactly(Members.of(P256Keys.publicKey(key)));
        }

        @Test
        void theThumbprintIsThatOfThePublicPart() {
            KeySet both = set(key, P256Keys.publicKey(key), other);

            assertThat(keySets().thumbprint(both, both.keys().get(0)))
                    .hasSize(43)
                    .isEqualTo(keySets().thumbprint(both, both.keys().get(1)))
                    .isNotEqualTo(keySets().thumbprint(both, both.keys().get(2)));
        }
    }
}
