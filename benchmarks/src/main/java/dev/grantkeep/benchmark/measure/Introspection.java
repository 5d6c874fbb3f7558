package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Section;
import java.util.List;

/** {@code auth/introspection} of live user tokens, any of them at random. */
final class Introspection implements Measurement {
    static final String NAME = "introspection";

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Contender floor =
                stage.introspecting(NAME, Contender.FLOOR, bench.stages().floor());
        Contender grantkeep = stage.introspecting(NAME, Contender.GRANTKEEP, stage.grantkeep());
        Duel duel = Duel.between(bench, floor, grantkeep, bench.settings().connections());
        String work = "introspection, %,d tokens".formatted(stage.bulk().tokens());
        return Section.of("Introspection", List.of(duel.throughput(work, 0.80), duel.cpu(work, 1.25)), "");
    }
}
