package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.domain.fixture.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessJwtTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "eyJ", "eyJ.", "eyJ.a", "eyJ.a.b.c", "eyJ.a.b.c.d", "eya.b.c", " eyJ.a.b", ".eyJ.a"})
    void whatDoesNotLookLikeOneIsNone(String text) {
        assertThat(AccessJwt.isPossible(text)).isFalse();
        assertThatThrownBy(() -> new AccessJwt(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneMoreCharacterThanTheMostIsTooMuch() {
        String beginning = "eyJ.a.";
        String longest = beginning + "x".repeat(AccessJwt.MAX_LENGTH - beginning.length());
        assertThat(AccessJwt.isPossible(longest)).isTrue();
        assertThat(AccessJwt.isPossible(longest + "x")).isFalse();
    }

    @Test
    void aValueThatIsMadeHereIsNotTakenForOne() {
        assertThat(AccessJwt.isPossible(Samples.ACCESS.value())).isFalse();
    }
}
