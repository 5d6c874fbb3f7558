package dev.grantkeep.bootstrap.stateful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.grantkeep.bootstrap.e2e.StoreMode;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends random sequences of calls to the application and to a model of it, and compares every answer. A short run plays
 * the same sequences each time and then some that are new. System properties make it another:
 *
 * <ul>
 *   <li>{@code stateful.calls}: how many calls are sent to each store, in new sequences
 *   <li>{@code stateful.seed}: where the new sequences start from; it is printed when it is drawn
 *   <li>{@code stateful.sequence}: the seed of the only sequence to be played; a failure names it
 *   <li>{@code e2e.stores}: the stores
 * </ul>
 */
class RandomCallsTest {
    private static final long[] KNOWN_SEEDS = LongStream.rangeClosed(1, 12).toArray();
    private static final long NEW_CALLS = 600;

    static List<StoreMode> stores() {
        return StoreMode.chosen();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void everyAnswerIsTheModels(StoreMode store) {
        try (Playground ground = new Playground(store)) {
            Long one = Long.getLong("stateful.sequence");
            if (one != null) {
                play(ground, one);
                return;
            }
            Long calls = Long.getLong("stateful.calls");
            if (calls == null) {
                for (long seed : KNOWN_SEEDS) {
                    play(ground, seed);
                }
            }
            playNew(ground, calls == null ? NEW_CALLS : calls);
        }
    }

    private static void playNew(Playground ground, long calls) {
        long seed = Long.getLong("stateful.seed", new Random().nextLong());
        Random random = new Random(seed);
        long before = ground.caller().calls();
        long begin = System.nanoTime();
        int sequences = 0;
        while (ground.caller().calls() - before < calls) {
            play(ground, random.nextLong());
            if (++sequences % 20 == 0) {
                ground.sweep();
            }
        }
        long sent = ground.caller().calls() - before;
        assertThat(sent).isGreaterThanOrEqualTo(calls);
        System.out.printf(
                "%s: %d calls in %d sequences from stateful.seed=%d, %d a second%n",
                ground.store(), sent, sequences, seed, sent * 1_000_000_000L / (System.nanoTime() - begin));
    }

    private static void play(Playground ground, long seed) {
        Sequence.of(seed).play(ground).ifPresent(found -> {
            Sequence.Finding shortest = Shrinking.shrink(ground, found);
            fail(
                    "%s: -Dstateful.sequence=%d -De2e.stores=%s plays it again; %d of its steps are enough:%n%n  %s%n%n%s",
                    ground.store(),
                    seed,
                    ground.store().name(),
                    shortest.steps().steps().size(),
                    String.join("\n  ", shortest.story()),
                    shortest.difference().getMessage());
        });
    }
}
