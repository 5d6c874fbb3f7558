package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.LoadResult;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * {@code auth/introspection} as it comes: 56 % of good tokens, 14 % exchanged, 10 % each expired, unknown and revoked. The
 * script judges each answer. The floor knows good ones only, asked by the same script.
 */
final class Mix implements Measurement {
    static final String NAME = "mix";

    private static final int OF_EACH_KIND = 2_000;
    private static final int OF_EACH_KIND_QUICKLY = 100;
    private static final String WORK = "introspection of a mix, 56 % good";

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        String file = writeOthers(bench, stage).toString();
        Contender floor = new Contender(
                NAME,
                Contender.FLOOR,
                bench.stages().floor(),
                () -> requests(stage, List.of()),
                stage.answerBytes(bench.stages().floor(), Stage.INTROSPECTION, stage.introspectionBody(1)));
        Contender grantkeep =
                new Contender(NAME, Contender.GRANTKEEP, stage.grantkeep(), () -> requests(stage, List.of(file)), 0);
        Duel duel = Duel.between(bench, floor, grantkeep, bench.settings().connections());
        return Section.of(
                "A mix of tokens",
                List.of(
                        duel.throughput(WORK, 0.80),
                        duel.cpu(WORK, 0),
                        misjudged("false \"active\"", duel.second(), LoadResult::falseActive),
                        misjudged("false \"inactive\"", duel.second(), LoadResult::falseInactive)),
                "");
    }

    private static Path writeOthers(Bench bench, Stage stage) {
        int count = bench.settings().thorough() ? OF_EACH_KIND : OF_EACH_KIND_QUICKLY;
        bench.progress().say("  making %,d tokens of each kind that is not good", count);
        try (HttpConnection api = stage.connect()) {
            List<String> lines = new OtherTokens(stage, api, count).lines();
            stage.data().settle();
            return Files.write(bench.directory().resolve("other-tokens"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Requests requests(Stage stage, List<String> file) {
        List<String> arguments = new ArrayList<>(stage.introspections().arguments());
        arguments.addAll(file);
        return new Requests("mix.lua", arguments);
    }

    /** A single wrong answer is a failure. */
    private static Finding misjudged(String what, List<Sample> samples, ToLongFunction<LoadResult> of) {
        long wrong = samples.stream().map(Sample::load).mapToLong(of).sum();
        long all = samples.stream()
                .map(Sample::load)
                .mapToLong(LoadResult::requests)
                .sum();
        String work = WORK + ", " + what;
        return wrong == 0
                ? new Finding(work, "0", "0", Verdict.YES, "of %,d answers".formatted(all), "")
                : Finding.failed(work, "%,d of %,d answers".formatted(wrong, all));
    }
}
