package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Revival;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Plot;
import dev.grantkeep.benchmark.report.Plot.Line;
import dev.grantkeep.benchmark.report.Plot.Point;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code client/authorization/update} and {@code delete} of pairs with few and with many tokens. After a deletion the
 * head gets its old generation back, past Grantkeep, so that the same tokens can be deleted again.
 */
final class Pairs implements Measurement {
    static final String NAME = "pairs";

    private static final List<Long> ALL_SIZES = List.of(1L, 100L, 10_000L, 100_000L);
    private static final long MANY = 10_000;

    private final Calls updates = new Calls();
    private final Calls deletions = new Calls();
    private List<Long> sizes = ALL_SIZES;

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        sizes = bench.settings().thorough() ? ALL_SIZES : ALL_SIZES.subList(0, 3);
        bench.progress().say("  filling pairs with 1 to %,d tokens", sizes.get(sizes.size() - 1));
        sizes.forEach(size -> stage.data().add(Shape.pair(size)));
        stage.data().settle();
        try (HttpConnection api = stage.connect();
                Revival revival = stage.data().revival()) {
            rounds(bench, new Round(stage, api, revival));
        }
        return section();
    }

    private void rounds(Bench bench, Round round) {
        bench.profiling().of(NAME, round.stage().grantkeep(), () -> {
            calls(round, bench.settings().calls());
            return NAME;
        });
        updates.dropRound();
        deletions.dropRound();
        for (int i = 0; i < bench.settings().rounds(); i++) {
            calls(round, bench.settings().calls());
            updates.endRound();
            deletions.endRound();
        }
        sizes.forEach(size -> bench.progress()
                .say(
                        "  %,d tokens: update %s ms, delete %s ms",
                        size, updates.of(size).text("%.2f"), deletions.of(size).text("%.2f")));
    }

    private void calls(Round round, int count) {
        for (int i = 0; i < count; i++) {
            String scopes = i % 2 == 0 ? "[\"read\",\"write\"]" : "[\"read\"]";
            for (long size : sizes) {
                updates.take(size, () -> round.update(size, scopes));
                deletions.take(size, () -> round.delete(size));
                round.revive(size);
            }
        }
    }

    private record Round(Stage stage, HttpConnection api, Revival revival) {
        Reply update(long size, String scopes) {
            return expecting(
                    size,
                    "Updated",
                    api.post(
                            "/api/client/authorization/update/" + stage.tenant().client(),
                            "{\"subject\":\"" + subject(size) + "\",\"scopes\":" + scopes + "}"));
        }

        Reply delete(long size) {
            return expecting(
                    size,
                    "Deleted",
                    api.delete(
                            "/api/client/authorization/delete/" + stage.tenant().client() + "/" + subject(size)));
        }

        void revive(long size) {
            revival.revive(Shape.pair(size));
        }

        private static String subject(long size) {
            return Shape.pair(size).subject(0);
        }

        private static Reply expecting(long size, String what, Reply reply) {
            if (!reply.body().contains(what + " " + size + " access token")) {
                throw new IllegalStateException("not the " + size + " tokens of the pair: " + reply.body());
            }
            return reply;
        }
    }

    private Section section() {
        List<Finding> findings = new ArrayList<>();
        for (long size : sizes.subList(1, sizes.size())) {
            findings.add(finding("update scopes of a pair", updates, size));
        }
        for (long size : sizes.subList(1, sizes.size())) {
            findings.add(finding("delete a pair", deletions, size));
        }
        Plot plot = new Plot(
                "Updating and deleting a pair",
                "tokens of the pair",
                "median latency, ms",
                List.of(line("update", updates), line("delete", deletions)));
        return new Section("Pairs", findings, "", Map.of("pairs", plot));
    }

    private static Finding finding(String work, Calls calls, long size) {
        Spread ratio = calls.ratio(size, 1);
        int atMost = size > MANY ? 10 : 3;
        return new Finding(
                        "%s, %,d tokens : 1 token, latency".formatted(work, size),
                        ratio.ratio(),
                        size < MANY ? "" : "at most " + atMost,
                        size < MANY ? Verdict.OPEN : Verdict.of(ratio.median() <= atMost),
                        calls.of(size).text("%.2f") + " ms",
                        calls.of(1).text("%.2f") + " ms with 1 token")
                .withNoise(ratio, size < MANY ? 0 : atMost);
    }

    private Line line(String name, Calls calls) {
        return new Line(
                name,
                sizes.stream()
                        .map(size -> new Point(size, calls.of(size).median()))
                        .toList());
    }
}
