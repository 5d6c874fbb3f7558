package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Section;
import java.util.List;

/** {@code auth/token} with a refresh token that is replaced: one look-up and one conditional update, committed. */
final class Refresh implements Measurement {
    static final String NAME = "refresh";

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        RefreshTokens tokens = bench.stages().refreshTokens();
        int count = bench.settings().refreshTokens();
        Contender floor = new Contender(NAME, Contender.FLOOR, bench.stages().floor(), () -> tokens.forFloor(count), 0);
        Contender grantkeep =
                new Contender(NAME, Contender.GRANTKEEP, stage.grantkeep(), () -> tokens.forGrantkeep(count), 0);
        Duel duel = Duel.between(bench, floor, grantkeep, bench.settings().connections() * 2);
        String work = "refresh with rotation, %d connections"
                .formatted(bench.settings().connections() * 2);
        return Section.of("Refreshing", List.of(duel.throughput(work, 0.75), duel.cpu(work, 0)), "");
    }
}
