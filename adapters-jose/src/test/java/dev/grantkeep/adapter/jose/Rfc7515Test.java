package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Web Signature. */
class Rfc7515Test {
    private static final SignatureAlgorithm ES256 = SignatureAlgorithm.ES256;
    private static final PublicJsonWebKey KEY = Jose.key(ES256);
    private static final KeySet KEYS = Jose.publicKeys(KEY);
    private static final String PAYLOAD = "{\"sub\":\"alice\"}";

    private static JoseFault faultOfHeader(String header) {
        return Jose.fault(Jose.signedWithHeader(header, PAYLOAD, KEY), KEYS);
    }

    @Nested
    class Section4Headers {
        @Test
        void theKeyIdAndTheTypeAreInIt() {
            String header = Jose.decoded(
                    Jose.sign(Jose.order(ES256), Jose.privateKeys(KEY)).split("\\.")[0]);

            assertThat(JsonText.read(header)).isEqualTo(Map.of("alg", "ES256", "kid", "es256", "typ", "JWT"));
        }

        @Test
        void moreMembersAreAddedToIt() {
            Members more = Members.of(Map.of("iss", "https://as.example", "x", List.of(1L)));
            String compact = Jose.sign(Jose.order(ES256, null, more), Jose.privateKeys(KEY));

            assertThat(JsonText.read(Jose.decoded(compact.split("\\.")[0])))
                    .containsEntry("iss", "https://as.example")
                    .containsEntry("x", List.of(1L))
                    .containsEntry("kid", "es256");
            assertThat(Jose.verified(compact, ES256, KEYS)).isEqualTo(Jose.CLAIMS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"alg", "kid", "enc", "zip", "b64", "crit", "typ"})
        void whatWouldChangeHowItIsReadIsNotAdded(String name) {
            Members more = Members.of(Map.of(name, "mine"));
            String compact = Jose.sign(Jose.order(ES256, null, more), Jose.privateKeys(KEY));

            assertThat(Jose.decoded(compact.split("\\.")[0])).doesNotContain("mine");
            assertThat(Jose.verified(compact, ES256, KEYS)).isEqualTo(Jose.CLAIMS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"jku", "jwk", "x5c", "x5u", "cty"})
        void aMemberOfAnotherTypeThanTheSpecificationsIsNotAdded(String name) {
            Members more = Members.of(Map.of(name, 5L));

            assertThat(Jose.SIGNATURES.sign(Jose.order(ES256, null, more), Jose.privateKeys(KEY)))
                    .isInstanceOf(SigningOutcome.BadHeader.class);
        }

        @Test
        void theNamesMustBeUnique() {
            assertThat(faultOfHeader("{\"alg\":\"ES256\",\"alg\":\"ES256\"}")).isEqualTo(JoseFault.MALFORMED);
            assertThat(faultOfHeader("{\"alg\":\"ES256\",\"x\":{\"a\":1,\"a\":1}}"))
                    .isEqualTo(JoseFault.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "\"ES256\"",
                    "{}",
                    "{\"alg\":null}",
                    "{\"alg\":5}",
                    "{\"alg\":\"ES256\"",
                    "{\"alg\":\"ES256\"} {}",
                    "{\"alg\":\"ES256\",}",
                    "{alg:\"ES256\"}",
                    "{\"alg\":\"ES256\"}x"
                })
        void theHeaderMustBeAnObjectWithAnAlgorithm(String header) {
            assertThat(faultOfHeader(header)).isEqualTo(JoseFault.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"kid\":5", "\"typ\":[]", "\"jwk\":\"text\"", "\"jku\":{}", "\"x5c\":\"text\""})
        void aMemberOfTheSpecificationMustHaveItsType(String member) {
            assertThat(faultOfHeader("{\"alg\":\"ES256\"," + member + "}")).isEqualTo(JoseFault.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"crit\":[\"exp\"],\"exp\":1",
                    "\"crit\":[]",
                    "\"crit\":\"exp\"",
                    "\"crit\":[\"b64\"],\"b64\":false",
                    "\"b64\":false",
                    "\"b64\":true",
                    "\"crit\":[\"alg\"]"
                })
        void anExtensionThatIsNotKnownMustBeRefused(String member) {
            assertThat(faultOfHeader("{\"alg\":\"ES256\"," + member + "}")).isEqualTo(JoseFault.EXTENDED);
        }

        @Test
        void anUnknownMemberMustBeIgnored() {
            String compact = Jose.signedWithHeader("{\"alg\":\"ES256\",\"x\":{\"y\":[1,null]}}", PAYLOAD, KEY);

            assertThat(Jose.verified(compact, ES256, KEYS).text("sub")).isEqualTo("alice");
        }

        @ParameterizedTest
        @ValueSource(strings = {"jwk", "jku", "x5u"})
        void aKeyThatTheMessageBringsIsNotUsed(String name) {
            PublicJsonWebKey mine = Jose.newKey(ES256);
            String value = name.equals("jwk") ? mine.toJson() : "\"https://attacker.example/keys\"";
            String header = "{\"alg\":\"ES256\",\"" + name + "\":" + value + "}";

            assertThat(Jose.fault(Jose.signedWithHeader(header, PAYLOAD, mine), KEYS))
                    .isEqualTo(JoseFault.WRONG_SIGNATURE);
            assertThat(Jose.verified(Jose.signedWithHeader(header, PAYLOAD, KEY), ES256, KEYS)
                            .text("sub"))
                    .isEqualTo("alice");
        }

        @Test
        void aPrivateKeyInTheHeaderIsRefused() {
            String jwk = KEY.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);

            assertThat(faultOfHeader("{\"alg\":\"ES256\",\"jwk\":" + jwk + "}")).isEqualTo(JoseFault.MALFORMED);
        }
    }

    @Nested
    class Section5Validation {
        private final String valid = Jose.sign(Jose.order(ES256), Jose.privateKeys(KEY));

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "...", "a.b", "a.b.c.d", "a.b.c.d.e.f", "{\"payload\":\"\"}", "plain"})
        void whatHasNotThreePartsIsNone(String text) {
            assertThat(Jose.fault(text, KEYS)).isEqualTo(JoseFault.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", "\n", "=", "+", "/", "%20", "é", "\u0000"})
        void whiteSpacePaddingAndOtherCharactersAreNotAllowed(String extra) {
            for (String changed : List.of(valid + extra, extra + valid, valid.replaceFirst("\\.", extra + "."))) {
                assertThat(Jose.fault(changed, KEYS)).isEqualTo(JoseFault.MALFORMED);
            }
        }

        @Test
        void theHeaderMustBeUtf8() {
            String header = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {'{', (byte) 0xff, '}'});

            assertThat(Jose.fault(header + ".e30.AAAA", KEYS)).isEqualTo(JoseFault.MALFORMED);
        }

        @Test
        void everyPartCounts() {
            String[] parts = valid.split("\\.");
            String otherPayload = Jose.encoded("{\"sub\":\"mallory\"}");
            String otherHeader = Jose.encoded("{\"alg\":\"ES256\"}");

            assertThat(Jose.fault(parts[0] + "." + otherPayload + "." + parts[2], KEYS))
                    .isEqualTo(JoseFault.WRONG_SIGNATURE);
            assertThat(Jose.fault(otherHeader + "." + parts[1] + "." + parts[2], KEYS))
                    .isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @ParameterizedTest
        @EnumSource
        void aChangedOrShortenedSignatureIsWrong(SignatureAlgorithm algorithm) {
            var keys = algorithm.isSymmetric() ? Jose.shared() : Jose.privateKeys(Jose.key(algorithm));
            String compact = Jose.sign(Jose.order(algorithm), keys);
            int at = compact.lastIndexOf('.') + 1;
            byte[] signature = Base64.getUrlDecoder().decode(compact.substring(at));
            for (int i = 0; i < signature.length; i += 7) {
                byte[] changed = signature.clone();
                changed[i] ^= 1;
                assertThat(Jose.fault(compact.substring(0, at) + encoded(changed), keys))
                        .isEqualTo(JoseFault.WRONG_SIGNATURE);
            }
            for (int length : new int[] {1, signature.length / 2, signature.length - 1, signature.length + 1}) {
                assertThat(Jose.fault(
                                compact.substring(0, at) + encoded(java.util.Arrays.copyOf(signature, length)), keys))
                        .isEqualTo(JoseFault.WRONG_SIGNATURE);
            }
        }

        private String encoded(byte[] octets) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        }

        @ParameterizedTest
        @EnumSource
        void aMessageWithoutItsSignatureIsWrong(SignatureAlgorithm algorithm) {
            var keys = algorithm.isSymmetric() ? Jose.shared() : Jose.privateKeys(Jose.key(algorithm));
            String compact = Jose.sign(Jose.order(algorithm), keys);

            assertThat(Jose.fault(compact.substring(0, compact.lastIndexOf('.') + 1), keys))
                    .isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void onlyAnAlgorithmThatIsExpectedCounts() {
            assertThat(Jose.fault(valid, Set.of(SignatureAlgorithm.ES384, SignatureAlgorithm.RS256), KEYS))
                    .isEqualTo(JoseFault.UNEXPECTED_ALGORITHM);
        }
    }

    @Nested
    class Section6KeyIdentification {
        @Test
        void theKeyThatIsNamedIsTheOne() {
            PublicJsonWebKey other = Jose.newKey(ES256);
            other.setKeyId("other");
            String compact = Jose.sign(Jose.order(ES256), Jose.privateKeys(other));

            assertThat(Jose.verified(compact, ES256, Jose.publicKeys(KEY, other)))
                    .isEqualTo(Jose.CLAIMS);
            assertThat(Jose.fault(compact, KEYS)).isEqualTo(JoseFault.NO_KEY);
        }

        @Test
        void oneIdOfKeysOfSeveralTypesIsOfTheOneThatFits() {
            PublicJsonWebKey rsa = Jose.newKey(SignatureAlgorithm.RS256);
            rsa.setKeyId(KEY.getKeyId());
            String compact = Jose.sign(Jose.order(ES256), Jose.privateKeys(KEY));

            assertThat(Jose.verified(compact, ES256, Jose.publicKeys(rsa, KEY))).isEqualTo(Jose.CLAIMS);
            assertThat(Jose.verified(compact, ES256, Jose.publicKeys(KEY, rsa))).isEqualTo(Jose.CLAIMS);
        }

        @Test
        void keysOfOneIdAndTypeAreTried() {
            PublicJsonWebKey former = Jose.newKey(ES256);
            String compact = Jose.sign(Jose.order(ES256), Jose.privateKeys(former));

            assertThat(Jose.verified(compact, ES256, Jose.publicKeys(KEY, former)))
                    .isEqualTo(Jose.CLAIMS);
            assertThat(Jose.fault(compact, KEYS)).isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void withoutAnIdEachKeyThatFitsIsTried() {
            PublicJsonWebKey other = Jose.newKey(ES256);
            String compact = Jose.signedWithHeader("{\"alg\":\"ES256\"}", PAYLOAD, other);

            assertThat(Jose.verified(compact, ES256, Jose.publicKeys(KEY, other))
                            .text("sub"))
                    .isEqualTo("alice");
        }
    }

    @Test
    void appendixA3IsVerified() {
        KeySet keys = Jose.read("""
                {"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""");
        String compact = "eyJhbGciOiJFUzI1NiJ9"
                + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
                + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

        assertThat(Jose.verified(compact, ES256, keys).whole("exp")).isEqualTo(1_300_819_380);
    }
}
