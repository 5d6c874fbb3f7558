package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.load.Arrivals;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.LoadResult;
import dev.grantkeep.benchmark.load.OpenLoop;
import dev.grantkeep.benchmark.load.Reply;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToLongFunction;

/**
 * How long introspections take that come by themselves, at 70 % of what was answered just before when each caller waited
 * for its answer. Both servers get as many a second, at the same moments.
 */
final class OpenLoopLatency implements Measurement {
    static final String NAME = "open-loop";

    private static final double SHARE_OF_TOP = 0.7;
    /** So many that a request hardly ever waits for one. */
    private static final int CONNECTIONS_FOR_ONE = 4;

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Contender floor =
                stage.introspecting(NAME, Contender.FLOOR, bench.stages().floor());
        Contender grantkeep = stage.introspecting(NAME, Contender.GRANTKEEP, stage.grantkeep());
        int connections = bench.settings().connections();
        floor.warmUp(bench, connections);
        grantkeep.warmUp(bench, connections);
        double top = Math.min(
                floor.round(bench, connections).load().perSecond(),
                grantkeep.round(bench, connections).load().perSecond());
        double perSecond = top * SHARE_OF_TOP;
        return section(perSecond, duel(bench, perSecond, floor, grantkeep));
    }

    private static Duel duel(Bench bench, double perSecond, Contender floor, Contender grantkeep) {
        bench.progress().say("  %,.0f/s by themselves", perSecond);
        round(bench, floor, perSecond, 0);
        round(bench, grantkeep, perSecond, 0);
        List<Sample> ofFloor = new ArrayList<>();
        List<Sample> ofGrantkeep = new ArrayList<>();
        for (int round = 1; round <= bench.settings().rounds(); round++) {
            ofFloor.add(round(bench, floor, perSecond, round));
            ofGrantkeep.add(round(bench, grantkeep, perSecond, round));
        }
        return new Duel(ofFloor, ofGrantkeep);
    }

    private static Sample round(Bench bench, Contender contender, double perSecond, int round) {
        Stage stage = bench.stages().main();
        Arrivals arrivals = new Arrivals(perSecond, bench.settings().seconds(), round);
        List<HttpConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < bench.settings().connections() * CONNECTIONS_FOR_ONE; i++) {
                connections.add(new HttpConnection(
                        contender.server().port(), stage.tenant().authorization()));
            }
            return contender.sample(bench, () -> new OpenLoop(arrivals).run(connections, to -> introspect(stage, to)));
        } finally {
            connections.forEach(HttpConnection::close);
        }
    }

    private static Reply introspect(Stage stage, HttpConnection connection) {
        long i = ThreadLocalRandom.current().nextLong(1, stage.bulk().tokens() + 1);
        long known = i % Dataset.REFRESH_STEP == 0 ? i - 1 : i;
        return connection.post(Stage.INTROSPECTION, stage.introspectionBody(known));
    }

    private static Section section(double perSecond, Duel duel) {
        String work = "introspection, %,.0f/s by themselves (70 %% of the lesser top rate)".formatted(perSecond);
        return Section.of(
                "Latency at 70 % of the top rate",
                List.of(
                        finding(work + ", p50", duel, LoadResult::p50),
                        finding(work + ", p99", duel, LoadResult::p99),
                        finding(work + ", p99.9", duel, LoadResult::p999)),
                "");
    }

    private static Finding finding(String work, Duel duel, ToLongFunction<LoadResult> of) {
        Spread ratio = duel.ratio(sample -> of.applyAsLong(sample.load()));
        return new Finding(work, ratio.ratio(), "", Verdict.OPEN, millis(duel.second(), of), millis(duel.first(), of))
                .withNoise(ratio, 0);
    }

    private static String millis(List<Sample> samples, ToLongFunction<LoadResult> of) {
        return Sample.spread(samples, sample -> of.applyAsLong(sample.load()) / 1e3)
                        .text("%.2f") + " ms";
    }
}
