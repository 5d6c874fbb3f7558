package dev.grantkeep.domain.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseTypeTest {
    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsOwnName(ResponseType type) {
        assertThat(ResponseType.ofWireName(type.wireName())).contains(type);
    }

    @Test
    void theOrderOfTheWordsDoesNotMatter() {
        assertThat(ResponseType.ofWireName("token id_token code")).contains(ResponseType.CODE_ID_TOKEN_TOKEN);
        assertThat(ResponseType.ofWireName("id_token code")).contains(ResponseType.CODE_ID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CODE", "code none", "code  token", " code", "token code x"})
    void nothingElseIsFound(String text) {
        assertThat(ResponseType.ofWireName(text)).isEmpty();
    }

    @Test
    void knowsWhatItIncludes() {
        assertThat(ResponseType.CODE_TOKEN.includesCode()).isTrue();
        assertThat(ResponseType.CODE_TOKEN.includesToken()).isTrue();
        assertThat(ResponseType.CODE_TOKEN.includesIdToken()).isFalse();
        assertThat(ResponseType.NONE.includesCode() || ResponseType.NONE.includesToken())
                .isFalse();
    }
}
