package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.load.LoadResult;
import dev.grantkeep.benchmark.process.Waiting;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.report.Spread;
import dev.grantkeep.benchmark.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The sweeper reclaims expired tokens while tokens are introspected. The Grantkeep that sweeps also answers; its
 * batches are those of production, only it looks for work once a second.
 */
final class Sweeping implements Measurement {
    static final String NAME = "sweeper";

    private static final Map<String, String> OFTEN =
            Map.of("GRANTKEEP_SWEEPER_INTERVAL", "1s", "GRANTKEEP_SWEEPER_JITTER", "0s");
    private static final int ROWS_A_SECOND = 20_000;
    private static final double GREATEST_RATIO = 1.3;
    /** Rarely: to look for what is left reads what is removed and not yet vacuumed too. */
    private static final Duration LOOKS = Duration.ofMillis(200);

    private int fills;

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Server sweeping = bench.cleanup().add(bench.grantkeeps().start(stage.database(), OFTEN));
        try {
            List<Finding> findings = new ArrayList<>();
            int connections = bench.settings().connections();
            findings.addAll(at(connections, bench, stage, sweeping));
            if (connections >= 4 && bench.settings().thorough()) {
                findings.addAll(at(connections / 4, bench, stage, sweeping));
            }
            return Section.of("Sweeper", findings, "");
        } finally {
            bench.cleanup().end(sweeping);
        }
    }

    private List<Finding> at(int connections, Bench bench, Stage stage, Server sweeping) {
        Contender load = stage.introspecting(NAME, Contender.GRANTKEEP, sweeping);
        load.warmUp(bench, connections);
        List<Double> p99Ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            LoadResult quiet = load.round(bench, connections).load();
            Swept swept = sweepUnder(load, connections, bench, stage);
            without.add(quiet.p99() / 1e3);
            with.add(swept.load().p99() / 1e3);
            p99Ratios.add((double) swept.load().p99() / quiet.p99());
            rates.add(swept.rowsPerSecond());
        }
        return findings(connections, Spread.of(rates), Spread.of(p99Ratios), Spread.of(with), Spread.of(without));
    }

    private record Swept(LoadResult load, double rowsPerSecond) {}

    /** Enough expired rows for the sweep to outlast the load, if it is no faster than it has to be. */
    private Swept sweepUnder(Contender load, int connections, Bench bench, Stage stage) {
        long rows = (long) ROWS_A_SECOND * (bench.settings().seconds() + 1);
        Shape expired = Shape.expired("x" + fills++, rows);
        stage.data().add(expired);
        CompletableFuture<Double> rate = CompletableFuture.supplyAsync(() -> rate(stage, rows));
        LoadResult result = load.round(bench, connections).load();
        double rowsPerSecond = rate.join();
        bench.progress().say("  swept %,d rows at %,.0f/s", rows, rowsPerSecond);
        return new Swept(result, rowsPerSecond);
    }

    /** From the first row's going to the last's. */
    private static double rate(Stage stage, long rows) {
        Waiting.until(
                () -> stage.data().expiredTokens() < rows, Duration.ofSeconds(30), LOOKS, "the start of the sweep");
        long start = System.nanoTime();
        long left = stage.data().expiredTokens();
        Waiting.until(() -> !stage.data().hasExpiredTokens(), Duration.ofMinutes(10), LOOKS, "the sweep");
        return left * 1e9 / (System.nanoTime() - start);
    }

    private static List<Finding> findings(int connections, Spread rates, Spread ratios, Spread with, Spread without) {
        return List.of(
                new Finding(
                        "sweeper while %d connections introspect, rows/s".formatted(connections),
                        rates.whole(),
                        "at least %,d".formatted(ROWS_A_SECOND),
                        Verdict.of(rates.median() >= ROWS_A_SECOND),
                        "",
                        ""),
                new Finding(
                        "introspection with the sweeper : without, %d connections, p99".formatted(connections),
                        ratios.ratio(),
                        "under " + GREATEST_RATIO,
                        Verdict.of(ratios.median() < GREATEST_RATIO),
                        with.text("%.2f") + " ms",
                        without.text("%.2f") + " ms without"));
    }
}
