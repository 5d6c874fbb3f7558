package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A device asks again and again whether its user has said yes; each code no faster than it may. */
final class Polling implements Measurement {
    static final String NAME = "poll";

    /** So many that none comes again within its interval, a second, on any machine. */
    private static final int CODES = 30_000;

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Contender introspection = stage.introspecting(NAME, "introspection", stage.grantkeep());
        int count = bench.settings().thorough() ? CODES : pollsOfASecond(bench, introspection);
        bench.progress().say("  asking for %,d device codes", count);
        Path file = bench.directory().resolve("device-codes");
        try {
            Files.write(file, codes(stage, count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.data().settle();
        Requests polls = new Requests(
                "poll.lua",
                List.of(
                        Stage.TOKEN,
                        stage.tenant().authorization(),
                        stage.pollBody(),
                        file.toString(),
                        Integer.toString(Wrk.threads())));
        Contender polling = new Contender(NAME, NAME, stage.grantkeep(), () -> polls, 0);
        Duel duel = Duel.between(bench, introspection, polling, bench.settings().connections());
        String work = "poll of a pending device code : introspection, both Grantkeep";
        return Section.of("Devices", List.of(duel.throughput(work, 0.90), duel.cpu(work, 0)), "");
    }

    /** On this machine, and half as many again. */
    private static int pollsOfASecond(Bench bench, Contender introspection) {
        double perSecond = introspection
                .round(bench, bench.settings().connections())
                .load()
                .perSecond();
        return (int) Math.min(CODES, perSecond * 3 / 2);
    }

    private static List<String> codes(Stage stage, int count) {
        List<String> codes = new ArrayList<>();
        try (HttpConnection api = stage.connect()) {
            for (int i = 0; i < count; i++) {
                codes.add(api.post(Stage.DEVICE, stage.deviceBody()).requireOk().text("deviceCode"));
            }
        }
        return codes;
    }
}
