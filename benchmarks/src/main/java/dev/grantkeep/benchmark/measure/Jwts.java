package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.Server;
import java.util.ArrayList;
import java.util.List;

/** Access tokens that are JWTs signed by RS256: issued, and introspected beside others. */
final class Jwts implements Measurement {
    static final String NAME = "jwt";

    private static final String FLOOR = "/api/auth/jwt";
    private static final String WORK = NAME + " introspection";

    @Override
    public Section measure(Bench bench) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(issue(bench));
        findings.addAll(introspection(bench));
        return Section.of("Access tokens that are JWTs", findings, "");
    }

    private static List<Finding> issue(Bench bench) {
        Stage main = bench.stages().main();
        Stage jwts = bench.stages().jwts();
        Server floor = bench.stages().floor();
        Duel duel = Duel.between(
                bench,
                issuing(Contender.FLOOR, main, floor, FLOOR),
                issuing(Contender.GRANTKEEP, jwts, jwts.grantkeep(), Stage.TOKEN),
                bench.settings().connections());
        String work = "issue a JWT (client_credentials, RS256)";
        return List.of(duel.throughput(work, 0.80), duel.cpu(work, 0));
    }

    private static Contender issuing(String name, Stage stage, Server server, String path) {
        Requests requests =
                new Requests("issue.lua", List.of(path, stage.tenant().authorization(), stage.issueBody()));
        return new Contender(
                NAME + " issue", name, server, () -> requests, stage.answerBytes(server, path, stage.issueBody()));
    }

    private static List<Finding> introspection(Bench bench) {
        Duel duel = Duel.between(
                bench,
                IssuedTokens.introspecting(bench, WORK, "opaque", bench.stages().main()),
                IssuedTokens.introspecting(bench, WORK, "JWT", bench.stages().jwts()),
                bench.settings().connections());
        String work = "introspection of a JWT : of another token, both Grantkeep";
        return List.of(duel.throughput(work, 0.90), duel.cpu(work, 0));
    }
}
