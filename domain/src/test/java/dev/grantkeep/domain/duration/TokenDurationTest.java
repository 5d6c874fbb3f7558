package dev.grantkeep.domain.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TokenDurationTest {
    @Test
    void isFromOneSecondToAHundredYears() {
        assertThat(TokenDuration.ofSeconds(1).seconds()).isEqualTo(1);
        assertThat(TokenDuration.ofSeconds(3_153_600_000L).seconds()).isEqualTo(3_153_600_000L);
        assertThatIllegalArgumentException().isThrownBy(() -> TokenDuration.ofSeconds(0));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenDuration.ofSeconds(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenDuration.ofSeconds(3_153_600_001L));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenDuration.ofSeconds(Long.MAX_VALUE));
    }

    @Test
    void isWholeSeconds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenDuration(Duration.ofMillis(1_500)));
    }

    @Test
    void knowsWhatIsValid() {
        assertThat(TokenDuration.isValidSeconds(1)).isTrue();
        assertThat(TokenDuration.isValidSeconds(TokenDuration.MAX_SECONDS)).isTrue();
        assertThat(TokenDuration.isValidSeconds(0)).isFalse();
        assertThat(TokenDuration.isValidSeconds(TokenDuration.MAX_SECONDS + 1)).isFalse();
    }

    @Test
    void expiresThatLongAfterIssuance() {
        assertThat(TokenDuration.ofSeconds(600).expiryFrom(Instant.parse("2026-01-01T00:00:00.001Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:10:00.001Z"));
    }

    @Test
    void ofSettingsIsAtMostAHundredYears() {
        Members longest = Members.of(Map.of("accessTokenDuration", TokenDuration.MAX_SECONDS));
        assertThat(Durations.of(longest).access()).isEqualTo(TokenDuration.ofSeconds(TokenDuration.MAX_SECONDS));
        Members longer = Members.of(Map.of("accessTokenDuration", TokenDuration.MAX_SECONDS + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.of(longer))
                .withMessageContaining("accessTokenDuration");
    }

    @Test
    void zeroOrLessIsNotSetAsALevel() {
        assertThat(Durations.ofSeconds(0, -1, 5)).isEqualTo(new Durations(null, null, TokenDuration.ofSeconds(5)));
        assertThat(Durations.ofSeconds(0, 0, 0)).isEqualTo(Durations.UNSET);
        assertThat(Durations.ofSeconds(1, 2, 3).of(TokenKind.REFRESH)).isEqualTo(TokenDuration.ofSeconds(2));
    }
}
