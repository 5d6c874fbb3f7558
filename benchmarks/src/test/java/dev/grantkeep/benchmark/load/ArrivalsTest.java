package dev.grantkeep.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private static final long BEGIN = 5_000_000_000L;

    @Test
    void thereAreAboutAsManyAsAskedFor() {
        assertThat(all(1_000, 1)).hasSizeBetween(9_700, 10_300);
    }

    @Test
    void theyComeInOrderAndInTime() {
        assertThat(all(1_000, 1)).isSorted().allMatch(due -> due >= BEGIN && due < BEGIN + 10_000_000_000L);
    }

    /** Of exponentially distributed gaps, 63 % are shorter than the mean. */
    @Test
    void theyKeepNoDistance() {
        List<Long> due = all(1_000, 1);
        long within = 0;
        for (int i = 1; i < due.size(); i++) {
            within += due.get(i) - due.get(i - 1) < 1_000_000 ? 1 : 0;
        }

        assertThat((double) within / due.size()).isCloseTo(0.63, offset(0.03));
    }

    @Test
    void theSeedDecides() {
        assertThat(all(1_000, 1)).isEqualTo(all(1_000, 1)).isNotEqualTo(all(1_000, 2));
    }

    private static List<Long> all(double perSecond, long seed) {
        Arrivals arrivals = new Arrivals(perSecond, 10, seed);
        arrivals.begin(BEGIN);
        List<Long> all = new ArrayList<>();
        for (long due = arrivals.next(); due != Arrivals.NONE; due = arrivals.next()) {
            all.add(due);
        }
        return all;
    }
}
