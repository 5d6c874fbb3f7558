package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Plot;
import dev.grantkeep.benchmark.report.Plot.Line;
import dev.grantkeep.benchmark.report.Plot.Point;
import dev.grantkeep.benchmark.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Introspection, issue and refresh by the number of callers, each beside the floor with as many: from one, who finds
 * everything idle, to more than there are workers.
 */
final class Callers implements Measurement {
    static final String NAME = "callers";

    private static final double LEAST_RATIO = 1;
    private static final int MOST_SECONDS = 4;

    /** What is asked, of the floor and of Grantkeep, by so many callers. */
    private record Work(String name, IntFunction<Contender> floor, IntFunction<Contender> grantkeep) {}

    @Override
    public Section measure(Bench bench) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Work work : works(bench)) {
            Map<Integer, Duel> duels = duels(bench, work);
            duels.forEach((callers, duel) -> {
                String what = "%s, %d callers".formatted(work.name(), callers);
                findings.add(duel.throughput(what, LEAST_RATIO));
                findings.add(duel.cpu(what, 0));
            });
            lines.add(line(work.name(), duels));
        }
        Plot plot = new Plot("Requests a second : those of the floor", "callers", "ratio", lines);
        return new Section("By the number of callers", findings, "", Map.of(NAME, plot));
    }

    private static List<Work> works(Bench bench) {
        List<Work> works = List.of(introspection(bench), issue(bench), refresh(bench));
        return bench.settings().thorough() ? works : works.subList(0, 1);
    }

    private static Work introspection(Bench bench) {
        Stage stage = bench.stages().main();
        Contender floor =
                stage.introspecting(NAME, Contender.FLOOR, bench.stages().floor());
        Contender grantkeep = stage.introspecting(NAME, Contender.GRANTKEEP, stage.grantkeep());
        return new Work("introspection", callers -> floor, callers -> grantkeep);
    }

    private static Work issue(Bench bench) {
        Contender floor = Issue.contender(bench, Contender.FLOOR, bench.stages().floor());
        Contender grantkeep = Issue.contender(
                bench, Contender.GRANTKEEP, bench.stages().main().grantkeep());
        return new Work("issue", callers -> floor, callers -> grantkeep);
    }

    private static Work refresh(Bench bench) {
        RefreshTokens tokens = bench.stages().refreshTokens();
        IntFunction<Contender> floor = callers -> new Contender(
                NAME, Contender.FLOOR, bench.stages().floor(), () -> tokens.forFloor(enoughFor(callers)), 0);
        IntFunction<Contender> grantkeep = callers -> new Contender(
                NAME,
                Contender.GRANTKEEP,
                bench.stages().main().grantkeep(),
                () -> tokens.forGrantkeep(enoughFor(callers)),
                0);
        return new Work("refresh", floor, grantkeep);
    }

    private static int enoughFor(int callers) {
        return 2 * callers + 16;
    }

    private static Map<Integer, Duel> duels(Bench bench, Work work) {
        Settings settings = bench.settings();
        work.floor().apply(settings.connections()).warmUp(bench, settings.connections());
        work.grantkeep().apply(settings.connections()).warmUp(bench, settings.connections());
        Map<Integer, Duel> duels = new LinkedHashMap<>();
        for (int callers : settings.callers()) {
            bench.progress().say("  %s, %d callers", work.name(), callers);
            duels.put(callers, duel(bench, work, callers));
        }
        return duels;
    }

    private static Duel duel(Bench bench, Work work, int callers) {
        int seconds = Math.min(bench.settings().seconds(), MOST_SECONDS);
        int rounds = bench.settings().thorough() ? bench.settings().rounds() : 1;
        Contender floor = work.floor().apply(callers);
        Contender grantkeep = work.grantkeep().apply(callers);
        return Duel.rounds(rounds, bench, floor, grantkeep, callers, seconds);
    }

    private static Line line(String name, Map<Integer, Duel> duels) {
        return new Line(
                name,
                duels.entrySet().stream()
                        .map(entry -> new Point(
                                entry.getKey(),
                                entry.getValue()
                                        .ratio(sample -> sample.load().perSecond())
                                        .median()))
                        .toList());
    }
}
