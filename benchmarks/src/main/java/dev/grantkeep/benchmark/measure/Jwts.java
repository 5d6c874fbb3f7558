package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Access tokens that are JWTs signed by RS256: issued, and introspected beside others. */
final class Jwts implements Measurement {
    static final String NAME = "jwt";

    private static final String FLOOR = "/api/auth/jwt";
    private static final int TOKENS = 2_000;

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
                introspecting(bench, "opaque", bench.stages().main()),
                introspecting(bench, "JWT", bench.stages().jwts()),
                bench.settings().connections());
        String work = "introspection of a JWT : of another token, both Grantkeep";
        return List.of(duel.throughput(work, 0.90), duel.cpu(work, 0));
    }

    /** Of tokens that were issued before, any at random. */
    private static Contender introspecting(Bench bench, String name, Stage stage) {
        List<String> tokens = new ArrayList<>();
        try (HttpConnection api = stage.connect()) {
            for (int i = 0; i < TOKENS; i++) {
                String answer =
                        api.post(Stage.TOKEN, stage.issueBody()).requireGood().body();
                tokens.add(accessToken(answer));
            }
        }
        Path file = bench.directory().resolve("tokens-" + name);
        try {
            Files.write(file, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Requests requests = new Requests(
                "tokens.lua", List.of(Stage.INTROSPECTION, stage.tenant().authorization(), file.toString()));
        String body = "{\"token\":\"" + tokens.get(0) + "\"}";
        return new Contender(
                NAME + " introspection",
                name,
                stage.grantkeep(),
                () -> requests,
                stage.answerBytes(stage.grantkeep(), Stage.INTROSPECTION, body));
    }

    /** As its client gets it. */
    private static String accessToken(String answer) {
        String name = "\\\"access_token\\\":\\\"";
        int start = answer.indexOf(name) + name.length();
        return answer.substring(start, answer.indexOf("\\", start));
    }
}
