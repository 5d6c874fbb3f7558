package dev.grantkeep.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "~", "testuser01", "a b", "user@example.com", "'\"\\"})
    void isPrintableAscii(String text) {
        assertThat(new Subject(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "a\u007f", "a\n", "\u0000", "日本", "\ud83d"})
    void isNothingElse(String text) {
        assertThat(Subject.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject(text));
    }

    @Test
    void hasAtMost100Characters() {
        assertThat(Subject.isValid("x".repeat(100))).isTrue();
        assertThat(Subject.isValid("x".repeat(101))).isFalse();
    }
}
