package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Section;
import java.util.List;

/** {@code auth/token} with a code, each used once, that gives an access, a refresh and an ID token signed by ES256. */
final class CodeExchange implements Measurement {
    static final String NAME = "code";

    /** For each connection and second of load; what is more than a server can do is not used. */
    private static final long CODES = 500;

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Settings settings = bench.settings();
        long aSecond = CODES * settings.connections();
        long all = aSecond * (firstSeconds(settings) + (long) settings.rounds() * settings.seconds());
        bench.progress().say("  writing %,d codes", all);
        try (HttpConnection api = stage.connect()) {
            stage.data().addCodes(stage.bulk(), stage.issueCode(api), all);
        }
        stage.data().settle();
        Contender floor = new Contender(
                NAME, Contender.FLOOR, bench.stages().floor(), new Codes(stage, settings, "/api/auth/code")::next, 0);
        Contender grantkeep = new Contender(
                NAME, Contender.GRANTKEEP, stage.grantkeep(), new Codes(stage, settings, Stage.TOKEN)::next, 0);
        Duel duel = Duel.between(bench, floor, grantkeep, settings.connections());
        String work = "code for tokens and an ID token (ES256)";
        return Section.of("Redeeming codes", List.of(duel.throughput(work, 0.80), duel.cpu(work, 0)), "");
    }

    /** Of the warm-up, or of the first round if there is none. */
    private static int firstSeconds(Settings settings) {
        return Math.max(settings.warmUp(), settings.seconds());
    }

    /** Hands out the codes: those for the warm-up first, then those of each round. */
    private static final class Codes {
        private final Stage stage;
        private final Settings settings;
        private final String path;
        private long next = 1;

        Codes(Stage stage, Settings settings, String path) {
            this.stage = stage;
            this.settings = settings;
            this.path = path;
        }

        Requests next() {
            long count = CODES * settings.connections() * (next == 1 ? firstSeconds(settings) : settings.seconds());
            Shape bulk = stage.bulk();
            String code = bulk.code(0);
            int digits = code.indexOf("0000000000");
            Requests requests = new Requests(
                    "code.lua",
                    List.of(
                            path,
                            stage.tenant().authorization(),
                            stage.codeBody()
                                    .replace("CODE", code.substring(0, digits) + "##" + code.substring(digits + 10)),
                            Long.toString(next),
                            Long.toString(count),
                            Integer.toString(Wrk.threads()),
                            Long.toString(stage.tenant().client()),
                            Long.toString(bulk.pairs()),
                            Integer.toString(Dataset.CLIENTS)));
            next += count;
            return requests;
        }
    }
}
