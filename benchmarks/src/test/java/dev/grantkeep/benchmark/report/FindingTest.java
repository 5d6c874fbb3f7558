package dev.grantkeep.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.benchmark.report.Finding.Verdict;
import org.junit.jupiter.api.Test;

final class FindingTest {
    @Test
    void roundsOnBothSidesAreNoise() {
        assertThat(noise(new Spread(1.04, 0.91, 1.1), 0.8)).isEqualTo("within the noise of 1.00");
        assertThat(noise(new Spread(0.8, 0.7, 0.9), 0.75)).isEqualTo("within the noise of the target");
        assertThat(noise(new Spread(0.9, 0.7, 1.1), 0.8)).isEqualTo("within the noise of 1.00 and of the target");
        assertThat(noise(new Spread(0.9, 0.7, 1.1), 1)).isEqualTo("within the noise of 1.00");
    }

    @Test
    void roundsOnOneSideAreNot() {
        assertThat(noise(new Spread(0.9, 0.85, 0.95), 0.8)).isEmpty();
        assertThat(noise(new Spread(1.2, 1.1, 1.3), 0)).isEmpty();
    }

    @Test
    void oneRoundSaysNothing() {
        assertThat(noise(new Spread(1, 1, 1), 1)).isEmpty();
    }

    private static String noise(Spread rounds, double limit) {
        return new Finding("work", rounds.ratio(), "", Verdict.OPEN, "", "")
                .withNoise(rounds, limit)
                .noise();
    }
}
