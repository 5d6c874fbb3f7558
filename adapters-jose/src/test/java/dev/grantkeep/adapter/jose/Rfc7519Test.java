package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Web Token. */
class Rfc7519Test {
    private static final SignatureAlgorithm ES256 = SignatureAlgorithm.ES256;
    private static final PublicJsonWebKey KEY = Jose.key(ES256);
    private static final KeySet KEYS = Jose.privateKeys(KEY);
    private static final String HEADER = "{\"alg\":\"ES256\"}";

    private static JoseFault faultOfPayload(String payload) {
        return Jose.fault(Jose.signedWithHeader(HEADER, payload, KEY), KEYS);
    }

    private static JoseFault faultOfReading(String compact) {
        assertThat(Jose.MESSAGES.read(compact)).isInstanceOf(JoseReading.Refused.class);
        return ((JoseReading.Refused) Jose.MESSAGES.read(compact)).fault();
    }

    @Nested
    class Section4Claims {
        @Test
        void theNamesMustBeUnique() {
            assertThat(faultOfPayload("{\"sub\":\"alice\",\"sub\":\"mallory\"}"))
                    .isEqualTo(JoseFault.NO_CLAIMS);
            assertThat(faultOfPayload("{\"a\":{\"b\":1,\"b\":1}}")).isEqualTo(JoseFault.NO_CLAIMS);
            assertThat(faultOfPayload("{\"sub\":\"alice\",\"s\\u0075b\":\"mallory\"}"))
                    .isEqualTo(JoseFault.NO_CLAIMS);
        }

        @Test
        void valuesKeepTheirTypesAndDigits() {
            Members claims = Members.of(Map.of(
                    "whole",
                    1_700_000_000L,
                    "decimal",
                    new BigDecimal("2.50"),
                    "long",
                    new BigDecimal("123456789012345678901234567890"),
                    "flag",
                    true,
                    "list",
                    List.of("é", "\"", "\u0001"),
                    "object",
                    Map.of("a", Map.of())));
            String compact = Jose.sign(
                    new dev.grantkeep.application.port.out.key.SigningOrder(
                            ES256, Jose.order(ES256).key(), null, Members.NONE, claims),
                    KEYS);

            assertThat(Jose.verified(compact, ES256, KEYS)).isEqualTo(claims);
        }

        @Test
        void aClaimWithoutAValueIsAbsent() {
            String compact = Jose.signedWithHeader(HEADER, "{\"at_hash\":null,\"sub\":\"alice\"}", KEY);

            assertThat(Jose.verified(compact, ES256, KEYS).tree()).containsOnlyKeys("sub");
        }
    }

    @Nested
    class Section6Unsecured {
        @Test
        void isMadeWhereItIsAskedFor() {
            String compact = Jose.unsecured(null, Members.NONE);

            assertThat(Jose.decoded(compact.split("\\.")[0])).isEqualTo("{\"alg\":\"none\"}");
            assertThat(compact).endsWith(".");
            assertThat(Jose.MESSAGES.read(compact))
                    .isInstanceOfSatisfying(
                            JoseReading.Unsecured.class,
                            read -> assertThat(read.claims()).isEqualTo(Jose.CLAIMS));
        }

        @Test
        void isNeverVerified() {
            assertThat(Jose.fault(Jose.unsecured("JWT", Members.NONE), KEYS)).isEqualTo(JoseFault.UNSECURED);
            assertThat(Jose.fault(Jose.unsecured("JWT", Members.NONE), Jose.shared()))
                    .isEqualTo(JoseFault.UNSECURED);
        }

        @Test
        void hasNoSignature() {
            assertThat(faultOfReading(Jose.unsecured(null, Members.NONE) + "AAAA"))
                    .isEqualTo(JoseFault.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"None", "NONE", "nOnE", " none"})
        void anotherSpellingIsNoneOfThem(String name) {
            String compact = Jose.encoded("{\"alg\":\"" + name + "\"}") + "." + Jose.encoded("{}") + ".";

            assertThat(Jose.fault(compact, KEYS)).isEqualTo(JoseFault.UNEXPECTED_ALGORITHM);
            assertThat(Jose.MESSAGES.read(compact)).isInstanceOf(JoseReading.Signed.class);
        }
    }

    @Nested
    class Section72Validation {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "5",
                    "\"text\"",
                    "{",
                    "{\"a\":1}x",
                    "{\"a\":1} {}",
                    "{\"a\":}",
                    "{\"a\":01}",
                    "{\"a\":NaN}",
                    "{\"a\":1e999}",
                    "{'a':1}",
                    "{\"a\":\"\n\"}",
                    "\uFEFF{}",
                    "{\"a\":1,}",
                    "{,\"a\":1}"
                })
        void theClaimsMustBeAnObject(String payload) {
            assertThat(faultOfPayload(payload)).isEqualTo(JoseFault.NO_CLAIMS);
            assertThat(faultOfReading(Jose.signedWithHeader(HEADER, payload, KEY)))
                    .isEqualTo(JoseFault.NO_CLAIMS);
        }

        @Test
        void theClaimsMustBeUtf8() {
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {'{', (byte) 0xc3, '}'});

            assertThat(faultOfReading(Jose.encoded(HEADER) + "." + payload + ".AAAA"))
                    .isEqualTo(JoseFault.NO_CLAIMS);
        }

        @Test
        void aWrongSignatureIsToldBeforeWrongClaims() {
            String compact = Jose.encoded(HEADER) + "." + Jose.encoded("5") + "." + "A".repeat(86);

            assertThat(Jose.fault(compact, KEYS)).isEqualTo(JoseFault.WRONG_SIGNATURE);
        }

        @Test
        void aNestedMessageIsDecryptedAndThenVerified() {
            PublicJsonWebKey recipient = Jose.key(SignatureAlgorithm.RS256);
            String signed = Jose.sign(Jose.order(ES256), KEYS);
            String nested = ((dev.grantkeep.application.port.out.key.EncryptionOutcome.Encrypted)
                            Jose.ENCRYPTION.encrypt(
                                    new dev.grantkeep.application.port.out.key.EncryptionOrder(
                                            KeyManagementAlgorithm.RSA_OAEP_256,
                                            ContentEncryption.A128CBC_HS256,
                                            signed,
                                            true),
                                    Jose.publicKeys(recipient)))
                    .compact();

            assertThat(Jose.MESSAGES.read(nested))
                    .isInstanceOfSatisfying(
                            JoseReading.Encrypted.class,
                            read -> assertThat(read.header().members().text("cty"))
                                    .isEqualTo("JWT"));
            assertThat(Jose.plaintext(nested, Jose.privateKeys(recipient))).isEqualTo(signed);
        }

        @Test
        void aNestedMessageIsNoSignedOne() {
            String twice = Jose.encrypt(KeyManagementAlgorithm.DIR, ContentEncryption.A128GCM, Jose.shared());

            assertThat(Jose.fault(twice, Jose.shared())).isEqualTo(JoseFault.NOT_SIGNED);
        }
    }

    @Nested
    class Bounds {
        @Test
        void aLongMessageIsRefusedAtOnce() {
            assertTimeout(Duration.ofSeconds(2), () -> {
                assertThat(Jose.fault("A".repeat(50_000_000), KEYS)).isEqualTo(JoseFault.TOO_LONG);
                assertThat(faultOfReading(".".repeat(JoseMessages.MAX_LENGTH + 1)))
                        .isEqualTo(JoseFault.TOO_LONG);
                assertThat(faultOfReading(".".repeat(JoseMessages.MAX_LENGTH))).isEqualTo(JoseFault.MALFORMED);
            });
        }

        /** What was encrypted without a signature is read as what is signed. */
        @Test
        void claimsAloneAreReadByTheSameRules() {
            assertThat(Jose.MESSAGES
                            .claims(" {\"a\":[1],\"b\":null} ")
                            .orElseThrow()
                            .tree())
                    .isEqualTo(Map.of("a", List.of(1L)));
            String deep = "{\"a\":" + "[".repeat(JoseMessages.MAX_DEPTH) + "]".repeat(JoseMessages.MAX_DEPTH) + "}";
            for (String none : List.of("", "[]", "1", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":1e400}", deep)) {
                assertThat(Jose.MESSAGES.claims(none)).isEmpty();
            }
        }

        @Test
        void deepNestingIsRefused() {
            String atMost =
                    "{\"a\":" + "[".repeat(JoseMessages.MAX_DEPTH - 1) + "]".repeat(JoseMessages.MAX_DEPTH - 1) + "}";
            String deep = "{\"a\":" + "[".repeat(JoseMessages.MAX_DEPTH) + "]".repeat(JoseMessages.MAX_DEPTH) + "}";

            assertThat(Jose.verified(Jose.signedWithHeader(HEADER, atMost, KEY), ES256, KEYS)
                            .get("a"))
                    .isNotNull();
            assertThat(faultOfPayload(deep)).isEqualTo(JoseFault.NO_CLAIMS);
            assertThat(faultOfPayload("{\"a\":" + "[".repeat(90_000))).isEqualTo(JoseFault.NO_CLAIMS);
            assertThat(faultOfReading(Jose.encoded("{\"alg\":" + "{\"a\":".repeat(10_000)) + ".e30."))
                    .isEqualTo(JoseFault.MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e400", "-1e400", "1e999999999"})
        void numbersThatOthersCannotTakeAreRefused(String number) {
            assertThat(faultOfPayload("{\"exp\":" + number + "}")).isEqualTo(JoseFault.NO_CLAIMS);
            assertThat(faultOfPayload("{\"exp\":" + "9".repeat(70_000) + "}")).isEqualTo(JoseFault.NO_CLAIMS);
        }
    }
}
