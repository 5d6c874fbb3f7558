package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys whose public members are those of another key. */
final class FittingKeysTest {
    private static final String FAULT = "] has a private part that is not that of its public one";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Map<String, Object> members(PublicJsonWebKey key) {
        return new LinkedHashMap<>(key.toParams(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    }

    /** The private members of one key with the public ones of another. */
    private static Map<String, Object> mixed(SignatureAlgorithm algorithm) {
        Map<String, Object> mixed = members(Jose.newKey(algorithm));
        Map<String, Object> other = members(Jose.key(algorithm));
        Stream.of("n", "e", "x", "y").filter(mixed::containsKey).forEach(name -> mixed.put(name, other.get(name)));
        return mixed;
    }

    private static List<String> unfitting(Object... keys) {
        return Jose.KEY_SETS.unfitting(Jose.read(Jose.set(keys)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "ES384", "ES512", "EDDSA"})
    void areFoundAmongOthers(SignatureAlgorithm algorithm) {
        Map<String, Object> right = members(Jose.key(algorithm));
        Map<String, Object> open =
                new LinkedHashMap<>(Jose.key(algorithm).toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));

        assertThat(unfitting(right, mixed(algorithm), open, right)).containsExactly("keys[1" + FAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enc", "sig"})
    void areFoundWhateverTheyAreFor(String use) {
        Map<String, Object> right = members(Jose.key(SignatureAlgorithm.ES256));
        Map<String, Object> wrong = mixed(SignatureAlgorithm.ES256);
        right.put("use", use);
        wrong.put("use", use);
        wrong.put("alg", use.equals("enc") ? "ECDH-ES" : "ES256");

        assertThat(unfitting(right, wrong)).containsExactly("keys[1" + FAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "q", "dp", "dq", "qi"})
    void areFoundByOneDamagedMember(String member) {
        Map<String, Object> damaged = members(Jose.key(SignatureAlgorithm.RS256));
        damaged.put(member, damaged.get(member.equals("q") ? "p" : "q"));

        assertThat(unfitting(damaged)).containsExactly("keys[0" + FAULT);
    }

    @Test
    void areFoundWithoutPrimes() {
        Map<String, Object> plain = members(Jose.key(SignatureAlgorithm.RS256));
        Stream.of("p", "q", "dp", "dq", "qi").forEach(plain::remove);
        Map<String, Object> damaged = new LinkedHashMap<>(plain);
        damaged.put("d", members(Jose.newKey(SignatureAlgorithm.RS256)).get("d"));

        assertThat(unfitting(plain, damaged)).containsExactly("keys[1" + FAULT);
    }

    @Test
    void areLookedForAmongTheFirstRsaKeysAlone() {
        Map<String, Object> wrong = mixed(SignatureAlgorithm.RS256);
        Object[] keys =
                Collections.nCopies(KeySets.MOST_TRIED_RSA_KEYS + 1, wrong).toArray();

        assertThat(unfitting(keys)).hasSize(KeySets.MOST_TRIED_RSA_KEYS);
    }

    @Test
    void areFoundSoonInTheLargestSet() {
        Object[] keys = Collections.nCopies(KeySets.MAX_KEYS, mixed(SignatureAlgorithm.ES512))
                .toArray();

        assertTimeout(SOON, () -> assertThat(unfitting(keys)).hasSize(KeySets.MAX_KEYS));
    }
}
