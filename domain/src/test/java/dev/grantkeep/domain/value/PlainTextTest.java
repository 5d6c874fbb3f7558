package dev.grantkeep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "日本", "😀", "a😀b😀", "\u0001\t\n", "\uffff", "\ue000"})
    void validUnicodeIsStorable(String text) {
        assertThat(PlainText.isStorable(text)).isTrue();
        assertThat(PlainText.requireStorable(text, "it")).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000b",
                "\ud83d",
                "a\ud83d",
                "\ud83da",
                "\ude00",
                "\ude00\ud83d",
                "\ud83d\ud83d\ude00"
            })
    void nulAndUnpairedSurrogatesAreNot(String text) {
        assertThat(PlainText.isStorable(text)).isFalse();
    }

    @Test
    void theMessageNamesWhatIsWrongButNotTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainText.requireStorable("very private\u0000", "a key"))
                .withMessageContaining("a key")
                .withMessageNotContaining("private");
    }

    @Property
    void isWhatUtf8CanHoldWithoutNul(@ForAll String text) {
        boolean survives = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
        assertThat(PlainText.isStorable(text)).isEqualTo(survives && text.indexOf(0) < 0);
    }
}
