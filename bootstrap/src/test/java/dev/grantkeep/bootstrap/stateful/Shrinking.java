package dev.grantkeep.bootstrap.stateful;

import java.util.Optional;

/** Leaves out steps for as long as there is a difference. */
final class Shrinking {
    private static final int MOST_PLAYS = 300;

    private final Playground ground;
    private Sequence.Finding shortest;
    private int plays;

    private Shrinking(Playground ground, Sequence.Finding found) {
        this.ground = ground;
        this.shortest = found;
    }

    static Sequence.Finding shrink(Playground ground, Sequence.Finding found) {
        Shrinking shrinking = new Shrinking(ground, found);
        for (int size = Math.max(1, found.steps().steps().size() / 2); size >= 1; size /= 2) {
            shrinking.leaveOut(size);
        }
        shrinking.leaveOut(1);
        return shrinking.shortest;
    }

    private void leaveOut(int size) {
        int to = shortest.steps().steps().size();
        while (to > 0 && plays < MOST_PLAYS) {
            int from = Math.max(0, to - size);
            plays++;
            Optional<Sequence.Finding> still =
                    shortest.steps().without(from, to).play(ground);
            if (still.isPresent()) {
                shortest = still.get();
                to = Math.min(from, shortest.steps().steps().size());
            } else {
                to = from;
            }
        }
    }
}
