package dev.grantkeep.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.authorization.CodeChallenge.Method;
import org.junit.jupiter.api.Test;

final class CodeChallengeTest {
    /** RFC 7636 appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void s256IsMetByTheVerifierOfTheRfc() {
        CodeChallenge challenge = new CodeChallenge(Method.S256, CHALLENGE);
        assertThat(challenge.isMetBy(VERIFIER)).isTrue();
        assertThat(challenge.isMetBy(CHALLENGE)).isFalse();
        assertThat(challenge.isMetBy(VERIFIER.replace('d', 'e'))).isFalse();
    }

    @Test
    void plainIsMetByItselfOnly() {
        CodeChallenge challenge = new CodeChallenge(Method.PLAIN, VERIFIER);
        assertThat(challenge.isMetBy(VERIFIER)).isTrue();
        assertThat(challenge.isMetBy(VERIFIER + "x")).isFalse();
        assertThat(new CodeChallenge(Method.PLAIN, CHALLENGE).isMetBy(VERIFIER)).isFalse();
    }

    @Test
    void has43To128UnreservedCharacters() {
        assertThat(CodeChallenge.isWellFormed("x".repeat(42))).isFalse();
        assertThat(CodeChallenge.isWellFormed("x".repeat(43))).isTrue();
        assertThat(CodeChallenge.isWellFormed("-._~".repeat(32))).isTrue();
        assertThat(CodeChallenge.isWellFormed("x".repeat(129))).isFalse();
        assertThat(CodeChallenge.isWellFormed("x".repeat(43) + "\n")).isFalse();
        assertThat(CodeChallenge.isWellFormed("+".repeat(43))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeChallenge(Method.S256, "short"));
    }

    @Test
    void aMalformedVerifierMeetsNothing() {
        assertThat(new CodeChallenge(Method.S256, CHALLENGE).isMetBy("short")).isFalse();
        assertThat(new CodeChallenge(Method.S256, CHALLENGE).isMetBy("")).isFalse();
    }
}
