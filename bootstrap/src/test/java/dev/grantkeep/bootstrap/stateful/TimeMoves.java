package dev.grantkeep.bootstrap.stateful;

import java.util.List;

/** Time passes, and now and then it goes back a little. */
final class TimeMoves {
    private static final List<Long> STEPS = List.of(20L, 59L, 61L, 100L, 600L, 3_600L, 20_000L, 86_400L, 700_000L);

    private TimeMoves() {}

    static void move(World world) {
        Draw draw = world.draw;
        long millis = 1_000 * draw.of(STEPS) + draw.below(1_000);
        if (draw.chance(8)) {
            millis = -1_000L * draw.of(List.of(1, 30, 70, 3_600));
        } else if (draw.chance(2)) {
            millis = 50L * 86_400_000;
        }
        world.move(millis);
    }

    /** What the sweeper takes was dead. */
    static void sweep(World world) {
        world.sweep();
    }
}
