package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JwtIds;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code jti} of JWTs that another library signed. */
class JwtIdsTest {
    private static final String TYPE = "at+jwt";
    private static final String CLAIMS = "{\"jti\":\"the id\"}";
    private static final PublicJsonWebKey KEY = Jose.key(SignatureAlgorithm.ES256);
    private static final KeySet SET = Jose.privateKeys(KEY);

    private final ReadSets sets = new ReadSets();
    private final JwtIds ids = new NimbusJwtIds(sets, new NimbusSignatures(sets));

    @ParameterizedTest
    @EnumSource(value = SignatureAlgorithm.class, mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
    void isFoundByEveryAlgorithmOfAKey(SignatureAlgorithm algorithm) {
        String jwt = signed(Jose.key(algorithm), algorithm.wireName(), TYPE, CLAIMS);
        assertThat(ids.find(jwt, TYPE, Jose.publicKeys(Jose.key(algorithm)))).contains("the id");
    }

    @Test
    void isFoundAgainAndNotByOtherKeysOrAsAnotherType() {
        String jwt = signed(KEY, "ES256", TYPE, CLAIMS);
        for (int i = 0; i < 2; i++) {
            assertThat(ids.find(jwt, TYPE, SET)).contains("the id");
            assertThat(ids.find(jwt, "logout+jwt", SET)).isEmpty();
            assertThat(ids.find(jwt, TYPE, Jose.privateKeys(Jose.newKey(SignatureAlgorithm.ES256))))
                    .isEmpty();
            assertThat(ids.find(jwt + "A", TYPE, SET)).isEmpty();
        }
    }

    @Test
    void aKeyThatLeftTheSetCountsNoMore() {
        String jwt = signed(KEY, "ES256", TYPE, CLAIMS);
        PublicJsonWebKey next = Jose.newKey(SignatureAlgorithm.ES256);
        next.setKeyId("next");
        assertThat(ids.find(jwt, TYPE, Jose.privateKeys(next, KEY))).contains("the id");
        assertThat(ids.find(jwt, TYPE, Jose.privateKeys(next))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at", "application/at+jwt+x", "at+jwt ", "x/at+jwt"})
    void anotherTypeIsNot(String type) {
        assertThat(ids.find(signed(KEY, "ES256", type, CLAIMS), TYPE, SET)).isEmpty();
    }

    @Test
    void noTypeIsNot() {
        assertThat(ids.find(signed(KEY, "ES256", null, CLAIMS), TYPE, SET)).isEmpty();
    }

    /** RFC 7515 section 4.1.9. */
    @ParameterizedTest
    @ValueSource(strings = {"at+JWT", "application/at+jwt"})
    void theTypeIsAMediaType(String type) {
        assertThat(ids.find(signed(KEY, "ES256", type, CLAIMS), TYPE, SET)).contains("the id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"jti\":1}", "{\"jti\":[\"x\"]}", "{\"x\":{\"jti\":\"y\"}}", "[]", "\"jti\"", "x"})
    void whatHasNoIdHasNone(String claims) {
        assertThat(ids.find(signed(KEY, "ES256", TYPE, claims), TYPE, SET)).isEmpty();
    }

    @Test
    void theIdIsFoundUnderClaimsThatAreDeeperThanStrangersMaySend() {
        String deep = "[".repeat(100) + "]".repeat(100);
        String claims = "{\"before\":" + deep + ",\"jti\":\"the id\",\"after\":{\"jti\":\"other\"}}";
        assertThat(ids.find(signed(KEY, "ES256", TYPE, claims), TYPE, SET)).contains("the id");
    }

    @Test
    void aPublicKeyIsNoSecret() {
        for (byte[] secret : List.of(
                KEY.getPublicKey().getEncoded(), SET.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            JsonWebSignature jws = message("HS256", TYPE, CLAIMS);
            jws.setKey(new HmacKey(secret));
            assertThat(ids.find(compact(jws), TYPE, SET)).isEmpty();
        }
    }

    @Test
    void whatIsNotSignedOrDemandsMoreIsNot() {
        String header = Jose.encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
        assertThat(ids.find(header + "." + Jose.encoded(CLAIMS) + ".", TYPE, SET))
                .isEmpty();
        JsonWebSignature critical = message("ES256", TYPE, CLAIMS);
        critical.setKey(KEY.getPrivateKey());
        critical.getHeaders().setObjectHeaderValue("exp", 1);
        critical.getHeaders().setObjectHeaderValue("crit", List.of("exp"));
        assertThat(ids.find(compact(critical), TYPE, SET)).isEmpty();
        assertThat(ids.find("", TYPE, SET)).isEmpty();
        assertThat(ids.find("eyJ\u00fc.a.b", TYPE, SET)).isEmpty();
    }

    @Test
    void oneMoreCharacterThanTheMostIsNot() {
        String empty = signed(KEY, "ES256", TYPE, padded(0));
        int room = (JoseMessages.MAX_LENGTH - empty.length()) * 3 / 4 - 2;
        assertThat(ids.find(signed(KEY, "ES256", TYPE, padded(room)), TYPE, SET))
                .contains("the id");
        assertThat(ids.find(signed(KEY, "ES256", TYPE, padded(room + 6)), TYPE, SET))
                .isEmpty();
    }

    private static String padded(int characters) {
        return JsonText.write(
                Members.of(Map.of("jti", "the id", "x", "x".repeat(characters))).tree());
    }

    private static String signed(PublicJsonWebKey key, String algorithm, @Nullable String type, String claims) {
        JsonWebSignature jws = message(algorithm, type, claims);
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        return compact(jws);
    }

    private static JsonWebSignature message(String algorithm, @Nullable String type, String claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        if (type != null) {
            jws.setHeader("typ", type);
        }
        jws.setPayload(claims);
        jws.setDoKeyValidation(false);
        return jws;
    }

    private static String compact(JsonWebSignature jws) {
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
