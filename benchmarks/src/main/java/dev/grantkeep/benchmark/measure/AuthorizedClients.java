package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.report.Spread;
import java.util.List;

/** {@code client/authorization/get/list}: a page of 20 for users who authorized few and many clients. */
final class AuthorizedClients implements Measurement {
    static final String NAME = "list";

    private static final long FEW = 5;
    private static final long MANY = 1_000;

    private final Calls calls = new Calls();

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        stage.data().add(Shape.clientsOfOneSubject(FEW));
        stage.data().add(Shape.clientsOfOneSubject(MANY));
        stage.data().settle();
        try (HttpConnection api = stage.connect()) {
            bench.profiling().of(NAME, stage.grantkeep(), () -> {
                round(api, bench.settings().calls());
                return NAME;
            });
            calls.dropRound();
            for (int i = 0; i < bench.settings().rounds(); i++) {
                round(api, bench.settings().calls());
                calls.endRound();
            }
        }
        bench.progress()
                .say(
                        "  5 clients: %s ms, 1,000 clients: %s ms",
                        calls.of(FEW).text("%.2f"), calls.of(MANY).text("%.2f"));
        return section();
    }

    private void round(HttpConnection api, int count) {
        for (int i = 0; i < count; i++) {
            calls.take(FEW, () -> list(api, FEW));
            calls.take(MANY, () -> list(api, MANY));
        }
    }

    private static Reply list(HttpConnection api, long clients) {
        String subject = Shape.clientsOfOneSubject(clients).subject(0);
        Reply reply = api.post(
                "/api/client/authorization/get/list", "{\"subject\":\"" + subject + "\",\"start\":0,\"end\":20}");
        if (!reply.body().contains("\"totalCount\":" + clients + ",")
                && !reply.body().contains("\"totalCount\":" + clients + "}")) {
            throw new IllegalStateException("not " + clients + " clients: " + reply.body());
        }
        return reply;
    }

    private Section section() {
        Spread ratio = calls.ratio(MANY, FEW);
        return Section.of(
                "Authorized clients",
                List.of(new Finding(
                                "list a page of 20 clients, user with 1,000 : 5, latency",
                                ratio.ratio(),
                                "at most 2",
                                Verdict.of(ratio.median() <= 2),
                                calls.of(MANY).text("%.2f") + " ms",
                                calls.of(FEW).text("%.2f") + " ms with 5 clients, which fit on one page")
                        .withNoise(ratio, 2)),
                "");
    }
}
