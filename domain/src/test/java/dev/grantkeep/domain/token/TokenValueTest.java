package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenValueTest {
    @Test
    void hidesInText() {
        assertThat(new TokenValue("very-private")).hasToString("TokenValue[hidden]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é", "a\n", "\u0000", "a\u007f"})
    void isVisibleAsciiOnly(String text) {
        assertThat(TokenValue.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenValue(text));
    }

    @Test
    void hasAtMost4096Characters() {
        assertThat(TokenValue.isValid("x".repeat(4_096))).isTrue();
        assertThat(TokenValue.isValid("x".repeat(4_097))).isFalse();
    }
}
