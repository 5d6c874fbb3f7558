package dev.grantkeep.adapter.rest.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(Shown.excerpt("https://client.example.org/cb?x='1'&y=100%"))
                .isEqualTo("https://client.example.org/cb?x='1'&y=100%");
    }

    @Test
    void whatAnErrorDescriptionMustNotHoldIsPercentEncoded() {
        assertThat(Shown.excerpt("a\"b\\c\r\nd\u0000\u007f")).isEqualTo("a%22b%5Cc%0D%0Ad%00%7F");
        assertThat(Shown.excerpt("\u00fc\ud83d\ude00")).isEqualTo("%C3%BC%F0%9F%98%80");
    }

    @Test
    void longTextIsCut() {
        assertThat(Shown.excerpt("x".repeat(201))).isEqualTo("x".repeat(200) + "...");
        assertThat(Shown.excerpt("x".repeat(200))).isEqualTo("x".repeat(200));
    }

    @Test
    void aCutDoesNotSplitACharacter() {
        assertThat(Shown.excerpt("x".repeat(199) + "\ud83d\ude00")).isEqualTo("x".repeat(199) + "...");
    }
}
