package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tokens that were issued by calls and not written past the server. */
final class IssuedTokens {
    private static final int COUNT = 2_000;
    private static final int COUNT_QUICKLY = 200;

    private IssuedTokens() {}

    /** A stage's Grantkeep that introspects any of them at random. */
    static Contender introspecting(Bench bench, String work, String name, Stage stage) {
        List<String> tokens = issue(stage, bench.settings().thorough() ? COUNT : COUNT_QUICKLY);
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
                work,
                name,
                stage.grantkeep(),
                () -> requests,
                stage.answerBytes(stage.grantkeep(), Stage.INTROSPECTION, body));
    }

    private static List<String> issue(Stage stage, int count) {
        List<String> tokens = new ArrayList<>();
        try (HttpConnection api = stage.connect()) {
            for (int i = 0; i < count; i++) {
                String answer =
                        api.post(Stage.TOKEN, stage.issueBody()).requireGood().body();
                tokens.add(accessToken(answer));
            }
        }
        return tokens;
    }

    /** As its client gets it. */
    private static String accessToken(String answer) {
        String name = "\\\"access_token\\\":\\\"";
        int start = answer.indexOf(name) + name.length();
        return answer.substring(start, answer.indexOf("\\", start));
    }
}
