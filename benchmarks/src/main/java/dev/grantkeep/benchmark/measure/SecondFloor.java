package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.Server;
import java.util.ArrayList;
import java.util.List;

/** Introspection and issue beside a floor that is not ours to tune: the JDK's HTTP server. */
final class SecondFloor implements Measurement {
    static final String NAME = "second-floor";

    private static final String FLOOR = "second floor";

    @Override
    public Section measure(Bench bench) {
        Server floor = bench.stages().secondFloor();
        try {
            Stage stage = bench.stages().main();
            List<Finding> findings = new ArrayList<>();
            findings.addAll(duel(
                    bench,
                    "introspection : second floor",
                    stage.introspecting(NAME, FLOOR, floor),
                    stage.introspecting(NAME, Contender.GRANTKEEP, stage.grantkeep())));
            findings.addAll(duel(
                    bench,
                    "issue (client_credentials) : second floor",
                    Issue.contender(stage, FLOOR, floor),
                    Issue.contender(stage, Contender.GRANTKEEP, stage.grantkeep())));
            return Section.of("The second floor", findings, "");
        } finally {
            bench.cleanup().end(floor);
        }
    }

    private static List<Finding> duel(Bench bench, String work, Contender floor, Contender grantkeep) {
        Duel duel = Duel.between(bench, floor, grantkeep, bench.settings().connections());
        return List.of(duel.throughput(work, 0), duel.cpu(work, 0));
    }
}
