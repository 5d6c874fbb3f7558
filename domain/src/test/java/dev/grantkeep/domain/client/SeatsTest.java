package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SeatsTest {
    @Test
    void thereAreAsManyAsClientsMayBe() {
        assertThat(free(3)).containsExactly(0, 1, 2);
    }

    @Test
    void thoseThatAreTakenAreNotFree() {
        assertThat(free(3, 1)).containsExactly(0, 2);
        assertThat(free(3, 1, 0, 2)).isEmpty();
    }

    @Test
    void aClientWithoutASeatTakesTheLastOneAway() {
        assertThat(free(3, null, 0)).containsExactly(1);
        assertThat(free(3, null, 0, null)).isEmpty();
        assertThat(free(1, null, null)).isEmpty();
    }

    @Test
    void aSeatBehindTheEndCountsAsNone() {
        assertThat(free(2, 5)).containsExactly(0);
        assertThat(free(3, 2, null)).containsExactly(0);
        assertThat(free(2, 5, 6, 7)).isEmpty();
    }

    /** Each of several who decide on the same state gets one of these seats, so there are never too many. */
    @Test
    void clientsAndFreeSeatsTogetherAreNeverMoreThanTheLimit() {
        for (Integer a : new Integer[] {null, 0, 1, 2, 3, 4, 9}) {
            for (Integer b : new Integer[] {null, 5, 6, 8}) {
                for (int limit = 1; limit < 9; limit++) {
                    assertThat(free(limit, a, b).size() + 2).isLessThanOrEqualTo(Math.max(limit, 2));
                }
            }
        }
    }

    private static List<Integer> free(int limit, @Nullable Integer... taken) {
        return new Seats(Arrays.asList(taken), limit).free();
    }
}
