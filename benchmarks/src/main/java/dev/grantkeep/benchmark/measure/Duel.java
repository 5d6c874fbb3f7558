package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two servers take turns. A ratio is taken within each round, so that what the machine does meanwhile falls out. */
record Duel(List<Sample> first, List<Sample> second) {
    /** Both are warmed up first. */
    static Duel between(Bench bench, Contender first, Contender second, int connections) {
        first.warmUp(bench, connections);
        second.warmUp(bench, connections);
        return rounds(
                bench.settings().rounds(),
                bench,
                first,
                second,
                connections,
                bench.settings().seconds());
    }

    /** The same of servers that are warm. */
    static Duel rounds(int rounds, Bench bench, Contender first, Contender second, int connections, int length) {
        List<Sample> firsts = new ArrayList<>();
        List<Sample> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            firsts.add(first.round(bench, connections, length));
            seconds.add(second.round(bench, connections, length));
        }
        return new Duel(firsts, seconds);
    }

    /** The second's divided by the first's. */
    Spread ratio(ToDoubleFunction<Sample> of) {
        return ratio(first, second, of);
    }

    static Spread ratio(List<Sample> first, List<Sample> second, ToDoubleFunction<Sample> of) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < first.size(); round++) {
            ratios.add(of.applyAsDouble(second.get(round)) / of.applyAsDouble(first.get(round)));
        }
        return Spread.of(ratios);
    }

    /**
     * What Grantkeep, the second, does in a second compared with the floor, the first.
     *
     * @param atLeast 0 if there is no target
     */
    Finding throughput(String work, double atLeast) {
        Spread ratio = ratio(sample -> sample.load().perSecond());
        boolean hasTarget = atLeast > 0;
        return new Finding(
                        work + ", requests/s",
                        ratio.ratio(),
                        hasTarget ? "at least %.2f".formatted(atLeast) : "",
                        hasTarget ? Verdict.of(ratio.median() >= atLeast) : Verdict.OPEN,
                        Sample.describe(second),
                        Sample.describe(first))
                .withNoise(ratio, atLeast);
    }

    /**
     * The CPU of a request, server and database together.
     *
     * @param atMost 0 if there is no target
     */
    Finding cpu(String work, double atMost) {
        Spread ratio = ratio(Sample::cpuMicros);
        boolean hasTarget = atMost > 0;
        return new Finding(
                        work + ", CPU a request",
                        ratio.ratio(),
                        hasTarget ? "at most %.2f".formatted(atMost) : "",
                        hasTarget ? Verdict.of(ratio.median() <= atMost) : Verdict.OPEN,
                        Sample.spread(second, Sample::cpuMicros).whole() + " µs",
                        Sample.spread(first, Sample::cpuMicros).whole() + " µs")
                .withNoise(ratio, atMost);
    }
}
