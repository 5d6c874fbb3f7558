package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Plot;
import dev.grantkeep.benchmark.report.Plot.Line;
import dev.grantkeep.benchmark.report.Plot.Point;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.report.Spread;
import dev.grantkeep.benchmark.server.GrantkeepServers;
import dev.grantkeep.benchmark.server.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Introspection with few and with many tokens stored: one Grantkeep for each size. They take short turns, because what the
 * machine does meanwhile makes more of a difference than the size; and all are started anew for each round, because so
 * does what a JVM happens to compile. The quick form starts none anew.
 */
final class TableSizes implements Measurement {
    static final String NAME = "sizes";

    private static final double LEAST_RATIO = 0.85;
    private static final int SECONDS_OF_A_TURN = 2;

    @Override
    public Section measure(Bench bench) {
        Map<Long, List<Sample>> samples = new LinkedHashMap<>();
        int rounds = bench.settings().rounds();
        int starts = bench.settings().thorough() ? rounds : 1;
        for (int start = 0; start < starts; start++) {
            measureAnew(bench, rounds / starts * bench.settings().seconds(), samples);
        }
        return section(samples);
    }

    /** @param seconds of load for each size */
    private static void measureAnew(Bench bench, int seconds, Map<Long, List<Sample>> samples) {
        int connections = bench.settings().connections();
        Map<Long, Contender> contenders = new LinkedHashMap<>();
        bench.settings().tokens().forEach(size -> contenders.put(size, contender(bench, size)));
        contenders.values().forEach(contender -> contender.warmUp(bench, connections));
        int secondsOfATurn = Math.min(bench.settings().seconds(), SECONDS_OF_A_TURN);
        int turns = Math.ceilDiv(seconds, secondsOfATurn);
        List<Map.Entry<Long, Contender>> order = new ArrayList<>(contenders.entrySet());
        for (int turn = 0; turn < turns; turn++) {
            for (Map.Entry<Long, Contender> next : order) {
                Sample sample = next.getValue().round(bench, connections, secondsOfATurn);
                samples.computeIfAbsent(next.getKey(), key -> new ArrayList<>()).add(sample);
            }
            Collections.rotate(order, 1);
        }
        if (bench.settings().thorough()) {
            contenders.values().forEach(contender -> bench.cleanup().end(contender.server()));
        }
    }

    private static Contender contender(Bench bench, long size) {
        Stage stage = bench.stages().with(size);
        String name = String.format(Locale.ROOT, "%,d tokens", size);
        Server server = bench.settings().thorough()
                ? bench.cleanup().add(bench.grantkeeps().start(stage.database(), GrantkeepServers.WITHOUT_SWEEPS))
                : stage.grantkeep();
        return stage.introspecting(NAME, name, server);
    }

    private static Section section(Map<Long, List<Sample>> samples) {
        long first = samples.keySet().iterator().next();
        List<Finding> findings = samples.keySet().stream()
                .filter(size -> size != first)
                .map(size -> finding(samples, size, first))
                .toList();
        Plot plot = new Plot(
                "Introspection by the size of the token table",
                "tokens stored",
                "latency, ms",
                List.of(
                        line("median", samples, sample -> sample.load().p50() / 1e3),
                        line("99th percentile", samples, sample -> sample.load().p99() / 1e3)));
        return new Section("Size of the table", findings, "", Map.of("sizes", plot));
    }

    private static Finding finding(Map<Long, List<Sample>> samples, long size, long first) {
        List<Sample> ofSize = samples.getOrDefault(size, List.of());
        List<Sample> ofFirst = samples.getOrDefault(first, List.of());
        Spread ratio = Duel.ratio(ofFirst, ofSize, sample -> sample.load().perSecond());
        return new Finding(
                        String.format(Locale.ROOT, "introspection, %,d : %,d tokens stored, requests/s", size, first),
                        ratio.ratio(),
                        "at least " + LEAST_RATIO,
                        Verdict.of(ratio.median() >= LEAST_RATIO),
                        Sample.describe(ofSize),
                        Sample.describe(ofFirst) + " at the least size")
                .withNoise(ratio, LEAST_RATIO);
    }

    private static Line line(String name, Map<Long, List<Sample>> samples, ToDoubleFunction<Sample> of) {
        return new Line(
                name,
                samples.entrySet().stream()
                        .map(entry -> new Point(
                                entry.getKey(),
                                Sample.spread(entry.getValue(), of).median()))
                        .toList());
    }
}
