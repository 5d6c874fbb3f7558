package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.Server;
import java.util.List;

/** {@code auth/token} with client_credentials: one insert, committed. */
final class Issue implements Measurement {
    static final String NAME = "issue";

    @Override
    public Section measure(Bench bench) {
        Contender floor = contender(bench, Contender.FLOOR, bench.stages().floor());
        Contender grantkeep =
                contender(bench, Contender.GRANTKEEP, bench.stages().main().grantkeep());
        Duel duel = Duel.between(bench, floor, grantkeep, bench.settings().connections());
        String work = "issue (client_credentials)";
        return Section.of("Issuing", List.of(duel.throughput(work, 0.80), duel.cpu(work, 0)), "");
    }

    /** A server that issues to the main stage's client. */
    static Contender contender(Bench bench, String name, Server server) {
        return contender(bench.stages().main(), name, server);
    }

    /** A server that issues to the stage's client. */
    static Contender contender(Stage stage, String name, Server server) {
        Requests requests =
                new Requests("issue.lua", List.of(Stage.TOKEN, stage.tenant().authorization(), stage.issueBody()));
        return new Contender(
                NAME, name, server, () -> requests, stage.answerBytes(server, Stage.TOKEN, stage.issueBody()));
    }
}
