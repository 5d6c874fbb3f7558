package dev.grantkeep.bootstrap.stateful;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Steps that follow from a seed. */
record Sequence(long seed, List<Step> steps) {
    static Sequence of(long seed) {
        Random random = new Random(seed);
        Draw draw = new Draw(random);
        List<Step> steps = new ArrayList<>();
        int length = 20 + draw.below(100);
        for (int i = 0; i < length; i++) {
            steps.add(new Step(Move.drawn(draw), random.nextLong()));
        }
        return new Sequence(seed, List.copyOf(steps));
    }

    /** Where the application and the model went apart, after what; empty if they never did. */
    Optional<Finding> play(Playground ground) {
        World world = new World(ground, new Random(~seed));
        int played = 0;
        try {
            for (Step step : steps) {
                played++;
                step.play(world);
            }
            world.end();
            return Optional.empty();
        } catch (Difference difference) {
            return Optional.of(new Finding(difference, new Sequence(seed, steps.subList(0, played)), world.story()));
        }
    }

    Sequence without(int from, int to) {
        List<Step> fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(to, steps.size()));
        return new Sequence(seed, fewer);
    }

    /** A difference, the steps up to it, and what these did. */
    record Finding(Difference difference, Sequence steps, List<String> story) {}
}
