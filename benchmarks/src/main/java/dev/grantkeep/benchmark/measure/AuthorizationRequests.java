package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.Server;
import java.util.ArrayList;
import java.util.List;

/** Authorization requests that nobody can tamper with: pushed ones, and such that are signed by ES256. */
final class AuthorizationRequests implements Measurement {
    static final String NAME = "request";

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(duel(bench, "push a request", "/api/auth/push", Stage.PUSH, stage.pushBody(), 0.90));
        findings.addAll(duel(
                bench,
                "request that is signed (ES256)",
                "/api/auth/request",
                Stage.AUTHORIZATION,
                stage.signedRequestBody(),
                0.80));
        return Section.of("Authorization requests", findings, "");
    }

    private static List<Finding> duel(Bench bench, String work, String floor, String path, String body, double least) {
        Stage stage = bench.stages().main();
        Duel duel = Duel.between(
                bench,
                contender(stage, work, Contender.FLOOR, bench.stages().floor(), floor, body),
                contender(stage, work, Contender.GRANTKEEP, stage.grantkeep(), path, body),
                bench.settings().connections());
        return List.of(duel.throughput(work, least), duel.cpu(work, 0));
    }

    private static Contender contender(Stage stage, String work, String name, Server server, String path, String body) {
        Requests requests =
                new Requests("issue.lua", List.of(path, stage.tenant().authorization(), body));
        return new Contender(work, name, server, () -> requests, stage.answerBytes(server, path, body));
    }
}
