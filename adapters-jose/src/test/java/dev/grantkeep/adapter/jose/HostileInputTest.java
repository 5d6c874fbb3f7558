package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.grantkeep.application.port.out.key.Decryption;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyType;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes, the answer is a value, soon. */
class HostileInputTest {
    private static final int TRIES = 1_500;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> TOKENS = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1",
            "1e308",
            "true",
            "\\u0000",
            "\"none\"",
            "\"ES256\"",
            "\"RS256\"",
            "\"P-256\"",
            "\"oct\"",
            "\"EC\"",
            "\"RSA\"",
            "\"OKP\"",
            "\"dir\"",
            "\"AA\"",
            "\"kty\":",
            "\"alg\":",
            "\"crv\":",
            "\"d\":",
            "\"n\":",
            "\"epk\":",
            "\"jwk\":",
            "\"x5c\":[",
            "\"enc\":",
            "},{",
            "\",\"",
            ".",
            "..");

    private final Random random = new Random(20261130);
    private final KeySet keys =
            Jose.privateKeys(Stream.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA)
                    .map(Jose::key)
                    .toArray(PublicJsonWebKey[]::new));

    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, Math.min(changed.length(), at + random.nextInt(40)));
                case 1 -> changed.insert(at, (char) (' ' + random.nextInt(95)));
                case 2 -> changed.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                default -> changed.insert(at, text, random.nextInt(text.length()), text.length());
            }
        }
        return changed.toString();
    }

    /** Changes the message, or what its header or its second part says, so that the change is not only bad base64url. */
    private String mutatedMessage(String compact) {
        String[] parts = compact.split("\\.", -1);
        int part = random.nextInt(3);
        if (part == 2) {
            return mutated(compact);
        }
        parts[part] =
                Jose.encoded(mutated(part == 0 || parts.length == Message.SIGNED ? Jose.decoded(parts[part]) : "{}"));
        return String.join(".", parts);
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "PS256", "ES256", "EDDSA"})
    void noChangedMessageIsVerified(SignatureAlgorithm algorithm) {
        String compact = Jose.sign(Jose.order(algorithm), keys);

        assertTimeout(SOON, () -> {
            for (int i = 0; i < TRIES; i++) {
                String changed = mutatedMessage(compact);
                assertThat(Jose.MESSAGES.read(changed)).isNotNull();
                SignatureCheck check = Jose.SIGNATURES.verify(changed, EnumSet.allOf(SignatureAlgorithm.class), keys);
                assertThat(check instanceof SignatureCheck.Refused || changed.equals(compact))
                        .as(changed)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_OAEP_256", "ECDH_ES", "ECDH_ES_A128KW", "DIR"})
    void noChangedMessageIsDecrypted(KeyManagementAlgorithm algorithm) {
        var recipient = algorithm.keyType() == KeyType.OCTETS ? Jose.shared() : keys;
        String compact = Jose.encrypt(algorithm, ContentEncryption.A128CBC_HS256, recipient);

        assertTimeout(SOON, () -> {
            for (int i = 0; i < TRIES / 3; i++) {
                String changed = mutatedMessage(compact);
                Decryption decryption = Jose.decrypt(changed, recipient);
                assertThat(decryption instanceof Decryption.Refused || changed.equals(compact))
                        .as(changed)
                        .isTrue();
            }
        });
    }

    /** What is left of a set may sign, or say that it cannot; it does not fail. */
    @Test
    void aChangedSetIsReadOrRefused() {
        String text = Jose.text(
                Jose.key(SignatureAlgorithm.RS256),
                Jose.key(SignatureAlgorithm.ES256),
                Jose.key(SignatureAlgorithm.EDDSA));
        String compact = Jose.sign(Jose.order(SignatureAlgorithm.RS256), keys);

        assertTimeout(SOON, () -> {
            for (int i = 0; i < TRIES / 3; i++) {
                if (Jose.KEY_SETS.read(mutated(text)) instanceof KeySetReading.Read read) {
                    use(read.set(), compact);
                }
            }
        });
    }

    private static void use(KeySet set, String compact) {
        assertThat(Jose.KEY_SETS.publicPart(set).objects("keys")).hasSameSizeAs(set.keys());
        for (Jwk key : set.keys()) {
            assertThat(Jose.KEY_SETS.thumbprint(set, key)).isNotEmpty();
        }
        Arrays.stream(SignatureAlgorithm.values())
                .map(algorithm -> Jose.SIGNATURES.sign(Jose.order(algorithm), set))
                .forEach(outcome ->
                        assertThat(outcome).isInstanceOfAny(SigningOutcome.Signed.class, SigningOutcome.NoKey.class));
        assertThat(Jose.SIGNATURES.verify(compact, Set.of(SignatureAlgorithm.RS256), set))
                .isNotNull();
        assertThat(Jose.decrypt(compact, set)).isInstanceOf(Decryption.Refused.class);
    }
}
