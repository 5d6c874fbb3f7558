package dev.grantkeep.bootstrap.stateful;

import java.util.Random;

/**
 * One step of a sequence. It draws from a seed of its own, so that it does much the same when steps before it are left
 * out.
 */
record Step(Move move, long seed) {
    void play(World world) {
        world.next(new Random(seed));
        move.play(world);
    }
}
