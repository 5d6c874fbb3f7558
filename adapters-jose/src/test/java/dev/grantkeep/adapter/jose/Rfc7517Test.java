package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Web Key. */
class Rfc7517Test {
    private static final SignatureAlgorithm ES256 = SignatureAlgorithm.ES256;
    private static final PublicJsonWebKey KEY = Jose.key(ES256);

    private static Map<String, Object> members(String name, Object value) {
        Map<String, Object> members = new HashMap<>(KEY.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        members.put(name, value);
        return members;
    }

    private static String refusal(String text) {
        assertThat(Jose.KEY_SETS.read(text)).isInstanceOf(KeySetReading.Refused.class);
        return ((KeySetReading.Refused) Jose.KEY_SETS.read(text)).reason();
    }

    private static boolean signs(Map<String, Object> members) {
        return Jose.SIGNATURES.sign(Jose.order(ES256), Jose.read(Jose.set(members))) instanceof SigningOutcome.Signed;
    }

    @Nested
    class Section4Members {
        @Test
        void theNamesMustBeUnique() {
            assertThat(refusal("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"k\":\"AAAA\"}]}"))
                    .contains("stands once");
            assertThat(refusal("{\"keys\":[],\"keys\":[]}")).contains("stands once");
        }

        @Test
        void unknownMembersMustBeIgnored() {
            assertThat(signs(members("x-own", Map.of("a", List.of(1L))))).isTrue();
        }

        @Test
        void theTypeMustBeThere() {
            assertThat(Jose.faults("{\"keys\":[{}]}")).containsExactly("keys[0] has no kty");
            assertThat(Jose.faults("{\"keys\":[{\"kty\":5}]}")).containsExactly("keys[0] has no kty");
        }

        @Test
        void aKeyForEncryptionSignsNothing() {
            assertThat(signs(members("use", "sig"))).isTrue();
            assertThat(signs(members("use", "enc"))).isFalse();
            assertThat(signs(members("use", "SIG"))).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"sign,true", "verify,false", "deriveKey,false", "encrypt,false"})
        void aKeyDoesWhatItsOperationsSay(String operation, boolean expected) {
            assertThat(signs(members("key_ops", List.of(operation)))).isEqualTo(expected);
        }

        @Test
        void anOperationMustNotStandTwice() {
            assertThat(Jose.faults(Jose.set(members("key_ops", List.of("sign", "sign")))))
                    .containsExactly("keys[0] has a value twice in key_ops");
        }

        @Test
        void useAndOperationsMustAgree() {
            Map<String, Object> members = members("use", "enc");
            members.put("key_ops", List.of("sign"));

            assertThat(Jose.faults(Jose.set(members))).containsExactly("keys[0] is not valid");
        }

        @ParameterizedTest
        @CsvSource({"ES256,true", "ES384,false", "ECDH-ES,false"})
        void aKeyIsForItsAlgorithmAlone(String algorithm, boolean expected) {
            assertThat(signs(members("alg", algorithm))).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"kid", "use", "alg", "crv", "x", "y", "d", "x5u", "x5t"})
        void aMemberMustHaveItsType(String name) {
            assertThat(Jose.faults(Jose.set(members(name, List.of("text"))))).hasSize(1);
        }

        @Test
        void aCertificateMustBeOne() {
            assertThat(Jose.faults(Jose.set(members("x5c", List.of("AAAA"))))).containsExactly("keys[0] is not valid");
        }

        @Test
        void anIdOfOneCharacterIsOne() {
            assertThat(Jose.read(Jose.set(members("kid", "1"))).keys())
                    .extracting(Jwk::id)
                    .containsExactly("1");
        }
    }

    @Nested
    class Section5Sets {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "null",
                    "[]",
                    "5",
                    "\"keys\"",
                    "{",
                    "{\"keys\":[]",
                    "{\"keys\":[]}x",
                    "{\"keys\":[]} {}",
                    "{'keys':[]}",
                    "{\"keys\":[],}"
                })
        void aSetMustBeAnObject(String text) {
            assertThat(refusal(text)).contains("not one JSON object");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"keys\":{}}", "{\"keys\":\"\"}", "{\"keys\":null}", "{\"kty\":\"EC\"}"})
        void aSetMustHaveAnArrayOfKeys(String text) {
            assertThat(refusal(text)).isEqualTo("it has no array keys");
        }

        @Test
        void aSetMayBeEmptyAndHaveOtherMembers() {
            assertThat(Jose.read("{\"x\":1,\"keys\":[]}").keys()).isEmpty();
        }

        @Test
        void keysThatAreNotUnderstoodAreIgnored() {
            KeySet set = Jose.read(Jose.set(
                    Map.of("kty", "AKP", "alg", "ML-DSA-44", "pub", "AAAA", "priv", "AAAA"),
                    Map.of("kty", "EC", "crv", "secp256k1", "x", "AAAA", "y", "AAAA"),
                    Map.of("kty", "OKP", "crv", "X25519", "x", "AAAA"),
                    Map.of("kty", "oct", "k", "AAAA"),
                    members("kid", "mine")));

            assertThat(set.keys()).extracting(Jwk::id).containsExactly("mine");
            assertThat(set.keys()).extracting(Jwk::position).containsExactly(4);
        }

        @Test
        void aFaultyKeyTakesNoOtherAway() {
            String text = Jose.set(Map.of("kty", "EC"), members("kid", "mine"), "text");

            assertThat(Jose.faults(text)).containsExactly("keys[0] is not valid", "keys[2] is not an object");
            assertThat(((KeySetReading.Read) Jose.KEY_SETS.read(text)).set().keys())
                    .extracting(Jwk::id)
                    .containsExactly("mine");
        }
    }

    @Nested
    class Section9Secrets {
        private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "k");

        @ParameterizedTest
        @EnumSource
        void thePublicPartHasNoPrivateMember(SignatureAlgorithm algorithm) {
            if (!algorithm.isSymmetric()) {
                Members set = Jose.KEY_SETS.publicPart(Jose.privateKeys(Jose.key(algorithm)));

                assertThat(set.objects("keys")).hasSize(1);
                assertThat(set.objects("keys").getFirst().tree().keySet()).doesNotContainAnyElementsOf(PRIVATE);
                assertThat(set.objects("keys").getFirst().text("kid"))
                        .isEqualTo(Jose.key(algorithm).getKeyId());
            }
        }

        @Test
        void aSymmetricKeyHasNoPublicPart() {
            KeySet set = Jose.read(Jose.set(Map.of("kty", "oct", "k", "c2VjcmV0"), members("kid", "mine")));

            assertThat(JsonText.write(Jose.KEY_SETS.publicPart(set).tree()))
                    .contains("mine")
                    .doesNotContain("oct", "c2VjcmV0");
        }

        @Test
        void membersThatNobodyKnowsAreNotShown() {
            KeySet set = Jose.read(Jose.set(members("priv", "c2VjcmV0")));

            assertThat(JsonText.write(Jose.KEY_SETS.publicPart(set).tree())).doesNotContain("c2VjcmV0");
        }

        @Test
        void nothingOfASetIsInItsName() {
            Object d = members("kid", "mine").get("d");

            assertThat(Jose.privateKeys(KEY).toString()).contains("es256").doesNotContain(d.toString());
        }
    }

    @Nested
    class Bounds {
        @Test
        void thousandsOfKeysAreRefused() {
            String text = Jose.set(Collections.nCopies(KeySets.MAX_KEYS + 1, Map.of("kty", "oct"))
                    .toArray());

            assertThat(refusal(text)).isEqualTo("it has more than 100 keys");
            assertThat(Jose.read(Jose.set(Collections.nCopies(KeySets.MAX_KEYS, members("kid", "x"))
                                    .toArray()))
                            .keys())
                    .hasSize(KeySets.MAX_KEYS);
        }

        @Test
        void aLongTextIsRefused() {
            String most = "{\"keys\":[]" + " ".repeat(KeySets.MAX_LENGTH - 11) + "}";

            assertThat(Jose.read(most).keys()).isEmpty();
            assertThat(refusal(most + " ")).isEqualTo("it has more than 262144 characters");
        }

        @ParameterizedTest
        @ValueSource(ints = {40, 5_000, 100_000})
        void deepNestingIsRefused(int depth) {
            String deep = "{\"keys\":[],\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

            assertThat(refusal(deep)).contains("nested deeper");
            assertThat(refusal("{\"keys\":" + "[".repeat(depth))).contains("nested deeper");
        }

        @ParameterizedTest
        @ValueSource(strings = {"n", "e"})
        void hugeNumbersOfAKeyAreRefusedAtOnce(String name) {
            Map<String, Object> members = new HashMap<>(
                    Jose.key(SignatureAlgorithm.RS256).toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            members.put(name, "z".repeat(200_000));

            assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThat(Jose.faults(Jose.set(members)))
                            .containsExactly("keys[0] has a value of " + name + " that is too long"));
        }
    }

    @Test
    void aSetIsReadOnce() {
        String text = Jose.text(KEY);

        assertThat(Jose.read(text)).isSameAs(Jose.read(new String(text.toCharArray())));
    }

    @Test
    void aSetThatWasForgottenIsReadAgain() {
        ReadSets small = new ReadSets(1);
        NimbusKeySets sets = new NimbusKeySets(small);
        KeySet set = ((KeySetReading.Read) sets.read(Jose.text(KEY))).set();

        assertThat(new NimbusSignatures(small).sign(Jose.order(ES256), set)).isInstanceOf(SigningOutcome.Signed.class);
        assertThat(new NimbusSignatures(small).sign(Jose.order(ES256), set)).isInstanceOf(SigningOutcome.Signed.class);
    }
}
