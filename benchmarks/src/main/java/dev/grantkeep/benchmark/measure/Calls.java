package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.Reply;
import dev.grantkeep.benchmark.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long single calls take, one after the other, by what they are about; in milliseconds. */
final class Calls {
    private final Map<Long, List<Double>> medians = new LinkedHashMap<>();
    private final Map<Long, List<Double>> round = new LinkedHashMap<>();

    void take(long about, Supplier<Reply> call) {
        long start = System.nanoTime();
        Reply reply = call.get();
        double millis = (System.nanoTime() - start) / 1e6;
        reply.requireOk();
        round.computeIfAbsent(about, key -> new ArrayList<>()).add(millis);
    }

    void endRound() {
        round.forEach((about, times) -> medians.computeIfAbsent(about, key -> new ArrayList<>())
                .add(Spread.of(times).median()));
        round.clear();
    }

    /** Forgets what was taken since the last round. */
    void dropRound() {
        round.clear();
    }

    /** The rounds' medians. */
    Spread of(long about) {
        return Spread.of(medians.getOrDefault(about, List.of()));
    }

    /** One thing's medians divided by another's, round by round. */
    Spread ratio(long of, long to) {
        List<Double> above = medians.getOrDefault(of, List.of());
        List<Double> below = medians.getOrDefault(to, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            ratios.add(above.get(i) / below.get(i));
        }
        return Spread.of(ratios);
    }
}
