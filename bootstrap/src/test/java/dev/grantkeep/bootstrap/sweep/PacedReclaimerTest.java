package dev.grantkeep.bootstrap.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedReclaimerTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final long MILLI = 1_000_000;

    private final List<Long> rests = new ArrayList<>();
    private long nanos = -5;
    private long batchTakes;

    private Reclaimer paced(int reclaimed, int rowsPerSecond) {
        Reclaimer reclaimer = (work, now, limit) -> {
            nanos += batchTakes;
            return Math.min(reclaimed, limit);
        };
        return new PacedReclaimer(reclaimer, rowsPerSecond, () -> nanos, rest -> {
            rests.add(rest);
            nanos += rest;
        });
    }

    private void reclaim(Reclaimer reclaimer, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(reclaimer.reclaim(Work.EXPIRED_TOKENS, NOW, 200)).isLessThanOrEqualTo(200);
        }
    }

    @Test
    void eachBatchWaitsForWhatTheOneBeforeItLeftOfItsTime() {
        batchTakes = 2 * MILLI;

        reclaim(paced(200, 20_000), 4);

        assertThat(rests).containsExactly(8 * MILLI, 8 * MILLI, 8 * MILLI);
    }

    @Test
    void aBatchThatTookItsWholeTimeIsFollowedAtOnce() {
        batchTakes = 11 * MILLI;

        reclaim(paced(200, 20_000), 4);

        assertThat(rests).isEmpty();
    }

    @Test
    void whatALongBatchTookTooMuchIsMadeUpFor() {
        Reclaimer paced = paced(200, 20_000);
        batchTakes = 15 * MILLI;
        reclaim(paced, 1);
        batchTakes = 2 * MILLI;

        reclaim(paced, 3);

        assertThat(rests).containsExactly(3 * MILLI, 8 * MILLI);
    }

    @Test
    void whatAVeryLongBatchTookIsNotMadeUpForAsAWhole() {
        Reclaimer paced = paced(200, 20_000);
        batchTakes = 10_000 * MILLI;
        reclaim(paced, 1);
        batchTakes = 0;

        reclaim(paced, 30);

        assertThat(rests).hasSize(9).allMatch(rest -> rest == 10 * MILLI);
    }

    @Test
    void nothingToDoTakesNoTime() {
        reclaim(paced(0, 1), 4);

        assertThat(rests).isEmpty();
    }
}
