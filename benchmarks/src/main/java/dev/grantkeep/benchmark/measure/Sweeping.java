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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The sweeper reclaims expired tokens while tokens are introspected. The Grantkeep that sweeps also answers; its
 * batches are those of production, only it looks for work once a second. The tokens are there before either round of
 * load, and end during the second, a little faster than the sweeper reclaims them: nothing but the sweep is different.
 */
final class Sweeping implements Measurement {
    static final String NAME = "sweeper";

    /** Of the sweeper: it may have found the first one alone, and rests before it finds the others. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final Map<String, String> OFTEN =
            Map.of("GRANTKEEP_SWEEPER_INTERVAL", INTERVAL.toSeconds() + "s", "GRANTKEEP_SWEEPER_JITTER", "0s");
    private static final int ROWS_A_SECOND = 20_000;
    private static final double GREATEST_RATIO = 1.3;
    private static final Duration LOOKS = Duration.ofMillis(200);

    /** A p99 is of few calls, so that what else the machine does makes much of a difference to one. */
    private static final int ROUNDS_A_ROUND = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private int fills;
    /** How long adding the last ones took, for each second of load. */
    private Duration adding = Duration.ZERO;

    private Duration settling = Duration.ZERO;

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
        warmUpSweeping(load, connections, bench, stage);
        List<Round> rounds = new ArrayList<>();
        int count = bench.settings().thorough() ? bench.settings().rounds() * ROUNDS_A_ROUND : 1;
        for (int i = 0; i < count; i++) {
            rounds.add(round(load, connections, bench, stage));
        }
        return findings(connections, rounds);
    }

    private void warmUpSweeping(Contender load, int connections, Bench bench, Stage stage) {
        add(bench.settings().warmUp() / 2 + 1, Duration.ZERO, stage);
        settle(stage);
        if (bench.settings().thorough()) {
            load.warmUp(bench, connections);
        }
        awaitEnd(stage);
    }

    private record Round(LoadResult without, LoadResult with, double rowsPerSecond) {}

    private Round round(Contender load, int connections, Bench bench, Stage stage) {
        int seconds = bench.settings().seconds();
        long rows = add(seconds + 2, untilTheEnd(seconds), stage);
        settle(stage);
        LoadResult without = load.round(bench, connections).load();
        if (stage.data().hasExpiredTokens()) {
            throw new IllegalStateException("the machine is so slow that tokens ended before they should");
        }
        Waiting.until(() -> stage.data().endingTokens() < rows, PATIENCE, LOOKS, "the start of the sweep");
        Waiting.pause(INTERVAL);
        CompletableFuture<Double> rate = CompletableFuture.supplyAsync(() -> rate(stage, seconds));
        LoadResult with = load.round(bench, connections).load();
        bench.progress().say("  swept %,.0f rows a second", rate.join());
        awaitEnd(stage);
        return new Round(without, with, rate.join());
    }

    /** Half as much again as it takes to add them and to settle, then the round without the sweep, then they end. */
    private Duration untilTheEnd(int seconds) {
        return adding.multipliedBy(seconds + 2L)
                .plus(settling)
                .multipliedBy(3)
                .dividedBy(2)
                .plusSeconds(2L * seconds + 4);
    }

    private void settle(Stage stage) {
        long start = System.nanoTime();
        stage.data().settle();
        settling = Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * Enough for the sweep to outlast so many seconds of load.
     *
     * @param untilTheEnd of the last; they end one after the other
     */
    private long add(int seconds, Duration untilTheEnd, Stage stage) {
        long rows = (long) Shape.EXPIRING_A_SECOND * seconds;
        long start = System.nanoTime();
        stage.data().add(Shape.expiring("x" + fills++, rows, untilTheEnd));
        adding = Duration.ofNanos((System.nanoTime() - start) / seconds);
        return rows;
    }

    /** Looks only twice: to count takes time from the load. */
    private static double rate(Stage stage, int seconds) {
        Waiting.pause(Duration.ofMillis(seconds * 200L));
        long start = System.nanoTime();
        long before = stage.data().endingTokens();
        Waiting.pause(Duration.ofMillis(seconds * 700L));
        long after = stage.data().endingTokens();
        return (before - after) * 1e9 / (System.nanoTime() - start);
    }

    private static void awaitEnd(Stage stage) {
        Waiting.until(() -> !stage.data().hasExpiredTokens(), PATIENCE, LOOKS, "the sweep");
    }

    private static List<Finding> findings(int connections, List<Round> rounds) {
        Spread rates = spread(rounds, Round::rowsPerSecond);
        Spread ratios = spread(
                rounds, round -> (double) round.with().p99() / round.without().p99());
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
                                describe(rounds, Round::with),
                                describe(rounds, Round::without) + " without")
                        .withNoise(ratios, GREATEST_RATIO));
    }

    private static String describe(List<Round> rounds, Function<Round, LoadResult> of) {
        return "%s ms, %s/s"
                .formatted(
                        spread(rounds, round -> of.apply(round).p99() / 1e3).text("%.2f"),
                        spread(rounds, round -> of.apply(round).perSecond()).whole());
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> of) {
        return Spread.of(rounds.stream().map(of::applyAsDouble).toList());
    }
}
