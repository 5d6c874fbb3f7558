package dev.grantkeep.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PollingTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:20:30.123Z");

    @Test
    void theFirstPollIsInTime() {
        assertThat(every(3_600, null).isTooFast(NOW)).isFalse();
    }

    /** A fifth of the interval, at most a second, is what clocks and networks may take. */
    @ParameterizedTest
    @CsvSource({
        "5, 3999, true",
        "5, 4000, false",
        "1, 799, true",
        "1, 800, false",
        "60, 58999, true",
        "60, 59000, false"
    })
    void anIntervalIsToldToTheMillisecondWithSomeTolerance(long interval, long millis, boolean tooFast) {
        assertThat(every(interval, NOW).isTooFast(NOW.plusMillis(millis))).isEqualTo(tooFast);
    }

    @Test
    void whatIsTooFastMakesTheIntervalLongerAndDoesNotCountAsAPoll() {
        Polling slow = every(5, NOW).slowedDown().slowedDown();
        assertThat(slow).isEqualTo(every(15, NOW));
        assertThat(slow.accepted(NOW.plusSeconds(15))).isEqualTo(every(15, NOW.plusSeconds(15)));
    }

    private static Polling every(long seconds, Instant last) {
        return new Polling(Duration.ofSeconds(seconds), last);
    }
}
