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
 * Introspection with few and with many tokens stored: one Grantkeep for each size, which take turns. All are started anew
 * for each round, because what a JVM happens to compile, and how, stays with it and makes more of a difference than the
 * size.
 */
final class TableSizes implements Measurement {
    static final String NAME = "sizes";

    private static final double LEAST_RATIO = 0.85;

    @Override
    public Section measure(Bench bench) {
        Map<Long, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            round(bench, round)
                    .forEach((size, sample) -> samples.computeIfAbsent(size, key -> new ArrayList<>())
                            .add(sample));
        }
        return section(samples);
    }

    /** Each size is the first of a round in its turn. */
    private static Map<Long, Sample> round(Bench bench, int round) {
        int connections = bench.settings().connections();
        List<Long> sizes = new ArrayList<>(bench.settings().tokens());
        Collections.rotate(sizes, -round);
        Map<Long, Contender> contenders = new LinkedHashMap<>();
        sizes.forEach(size -> contenders.put(size, contender(bench, size)));
        contenders.values().forEach(contender -> contender.warmUp(bench, connections));
        Map<Long, Sample> samples = new LinkedHashMap<>();
        contenders.forEach((size, contender) -> samples.put(size, contender.round(bench, connections)));
        contenders.values().forEach(contender -> bench.cleanup().end(contender.server()));
        return samples;
    }

    private static Contender contender(Bench bench, long size) {
        Stage stage = bench.stages().with(size);
        String name = String.format(Locale.ROOT, "%,d tokens", size);
        Server server =
                bench.cleanup().add(bench.grantkeeps().start(stage.database(), GrantkeepServers.WITHOUT_SWEEPS));
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
                Sample.describe(ofFirst) + " at the least size");
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
