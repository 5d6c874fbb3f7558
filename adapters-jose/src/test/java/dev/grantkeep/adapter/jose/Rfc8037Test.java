package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ed25519, which has no library of its own here. */
class Rfc8037Test {
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String D = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
    private static final String MESSAGE = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            + ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    private static final KeySet KEYS = Jose.read(Jose.set(Map.of("kty", "OKP", "crv", "Ed25519", "x", X, "d", D)));

    /** Its payload is no JSON, which is told only where the signature is right. */
    @Test
    void appendixA5IsVerified() {
        assertThat(Jose.fault(MESSAGE, KEYS)).isEqualTo(JoseFault.NO_CLAIMS);
        assertThat(Jose.fault(MESSAGE.replace(".RXhhbXBsZSB", ".RXhhbXBsZSA"), KEYS))
                .isEqualTo(JoseFault.WRONG_SIGNATURE);
    }

    @Test
    void appendixA3IsRepeated() {
        assertThat(Jose.KEY_SETS.thumbprint(KEYS, KEYS.keys().getFirst()))
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void signaturesAreDeterministic() {
        assertThat(Jose.sign(Jose.order(SignatureAlgorithm.EDDSA), KEYS))
                .isEqualTo(Jose.sign(Jose.order(SignatureAlgorithm.EDDSA), KEYS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 57})
    void aKeyOfAnotherLengthSignsAndVerifiesNothing(int octets) {
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[octets]);
        String text = Jose.set(Map.of("kty", "OKP", "crv", "Ed25519", "x", other, "d", other));

        assertThat(Jose.faults(text)).hasSize(1);
    }

    @Test
    void aPointThatIsNoneVerifiesNothing() {
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString(filled());
        KeySet keys = Jose.read(Jose.set(Map.of("kty", "OKP", "crv", "Ed25519", "x", none)));

        assertThat(Jose.fault(MESSAGE, keys)).isEqualTo(JoseFault.WRONG_SIGNATURE);
    }

    private static byte[] filled() {
        byte[] octets = new byte[32];
        java.util.Arrays.fill(octets, (byte) 0xff);
        return octets;
    }

    @Test
    void aPublicKeySignsNothing() {
        KeySet keys = Jose.read(Jose.set(Map.of("kty", "OKP", "crv", "Ed25519", "x", X)));

        assertThat(Jose.SIGNATURES.sign(Jose.order(SignatureAlgorithm.EDDSA, null, Members.NONE), keys))
                .isEqualTo(new SigningOutcome.NoKey("The service's `jwks` has no private key that can sign EdDSA"));
    }
}
