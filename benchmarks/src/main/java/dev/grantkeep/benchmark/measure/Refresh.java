package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code auth/token} with a refresh token that is replaced: one look-up and one conditional update, committed. */
final class Refresh implements Measurement {
    static final String NAME = "refresh";

    /** The first is used to see how long an answer is. */
    private int nextOfGrantkeep = 2;

    private int nextOfFloor = 1;

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Contender floor =
                new Contender(NAME, Contender.FLOOR, bench.stages().floor(), () -> requestsToFloor(bench, stage), 0);
        Contender grantkeep =
                new Contender(NAME, Contender.GRANTKEEP, stage.grantkeep(), () -> requestsToGrantkeep(bench, stage), 0);
        Duel duel = Duel.between(bench, floor, grantkeep, bench.settings().connections() * 2);
        String work = "refresh with rotation, %d connections"
                .formatted(bench.settings().connections() * 2);
        return Section.of("Refreshing", List.of(duel.throughput(work, 0.75), duel.cpu(work, 0)), "");
    }

    private Requests requestsToGrantkeep(Bench bench, Stage stage) {
        int count = bench.settings().refreshTokens();
        List<String> tokens = stage.data().refreshTokens(stage.bulk(), nextOfGrantkeep, count);
        nextOfGrantkeep += count;
        return requests(bench, stage, Stage.TOKEN, tokens);
    }

    private Requests requestsToFloor(Bench bench, Stage stage) {
        int count = bench.settings().refreshTokens();
        List<String> tokens = stage.data().floorRefreshTokens(nextOfFloor, count);
        nextOfFloor += count;
        return requests(bench, stage, "/api/auth/refresh", tokens);
    }

    private static Requests requests(Bench bench, Stage stage, String path, List<String> tokens) {
        Path file = bench.directory().resolve("refresh-tokens");
        try {
            Files.write(file, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Requests(
                "refresh.lua",
                List.of(
                        path,
                        stage.tenant().authorization(),
                        stage.refreshBody(),
                        file.toString(),
                        Integer.toString(Wrk.threads())));
    }
}
