package dev.grantkeep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class SecretTest {
    @Test
    void hidesInText() {
        assertThat(new Secret("top-secret")).hasToString("Secret[hidden]");
    }

    @Test
    void matchesItselfOnly() {
        Secret secret = new Secret("top-secret");
        assertThat(secret.matches("top-secret")).isTrue();
        assertThat(secret.matches("top-secreT")).isFalse();
        assertThat(secret.matches("top-secret ")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }

    @Test
    void hasOneTo1024Characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret(""));
        assertThat(new Secret("x".repeat(1_024)).value()).hasSize(1_024);
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret("x".repeat(1_025)));
    }
}
