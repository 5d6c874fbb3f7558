package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.process.CpuTime;
import dev.grantkeep.benchmark.process.JvmOptions;
import dev.grantkeep.benchmark.process.Memory;
import dev.grantkeep.benchmark.process.Waiting;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.report.Spread;
import dev.grantkeep.benchmark.server.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the start of the JVM to the first answered introspection, and what an idle server has in memory. */
final class StartUp implements Measurement {
    static final String NAME = "start";

    private static final double CPU_SECONDS = 2;
    private static final int MEGABYTES = 220;
    private static final int AOT_SINCE = 25;
    private static final String BEST = "AOT cache";

    /** A start is short, so that what else the machine does makes much of a difference to one. */
    private static final int STARTS_A_ROUND = 2;

    private static final Duration IDLE = Duration.ofSeconds(3);

    /**
     * Has a training run only interpret: otherwise the cache has the JVM compile at every start all that was compiled in
     * training, most of which is work that the cache saves. It takes long, and the quick form does without.
     */
    private static final String INTERPRETED = "-Xint";

    /** A way to start. */
    private record Variant(String name, List<String> options) {}

    private record Started(double cpuSeconds, double seconds, double megabytes) {}

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        List<Variant> variants = variants(bench, stage);
        int rounds = bench.settings().thorough() ? bench.settings().rounds() * STARTS_A_ROUND : 1;
        Map<Variant, List<Started>> starts = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : variants) {
                starts.computeIfAbsent(variant, key -> new ArrayList<>()).add(start(bench, stage, variant));
            }
        }
        List<Finding> findings = new ArrayList<>();
        starts.forEach((variant, list) -> findings.addAll(findings(variant, list)));
        return Section.of("Start", findings, "");
    }

    /** The last one is the best, which the targets are for. The quick form leaves the middle one out. */
    private static List<Variant> variants(Bench bench, Stage stage) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant("plain jar", JvmOptions.SMALL));
        boolean hasAot = Runtime.version().feature() >= AOT_SINCE;
        if (bench.settings().thorough() || !hasAot) {
            Path archive = bench.directory().resolve("grantkeep.jsa");
            train(bench, stage, List.of("-XX:ArchiveClassesAtExit=" + archive));
            variants.add(new Variant("AppCDS", with(List.of("-XX:SharedArchiveFile=" + archive))));
        }
        if (hasAot) {
            Path cache = bench.directory().resolve("grantkeep.aot");
            String output = "-XX:AOTCacheOutput=" + cache;
            train(bench, stage, bench.settings().thorough() ? List.of(output, INTERPRETED) : List.of(output));
            variants.add(new Variant(BEST, with(List.of("-XX:AOTCache=" + cache))));
        }
        return variants;
    }

    private static List<String> with(List<String> more) {
        return Stream.concat(JvmOptions.SMALL.stream(), more.stream()).toList();
    }

    /** A start that leaves an archive when it ends in order. */
    private static void train(Bench bench, Stage stage, List<String> options) {
        String first = options.get(0);
        bench.progress().say("  training with %s", first.substring(0, first.indexOf('=')));
        Server server = bench.cleanup().add(bench.grantkeeps().launch(stage.database(), with(options), Map.of()));
        try {
            awaitFirstAnswer(server, stage);
            try (HttpConnection api =
                    new HttpConnection(server.port(), stage.tenant().authorization())) {
                api.post(Stage.TOKEN, stage.issueBody()).requireOk();
            }
        } finally {
            bench.cleanup().end(server);
        }
    }

    private static Started start(Bench bench, Stage stage, Variant variant) {
        long start = System.nanoTime();
        Server server = bench.cleanup().add(bench.grantkeeps().launch(stage.database(), variant.options(), Map.of()));
        try {
            awaitFirstAnswer(server, stage);
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = CpuTime.ofProcess(server.process().pid()) / 1e6;
            Waiting.pause(IDLE);
            double megabytes = Memory.residentOf(server.process().pid()) / 1e6;
            bench.progress().say("  %s: %.2f s CPU, %.2f s, %.0f MB", variant.name(), cpuSeconds, seconds, megabytes);
            return new Started(cpuSeconds, seconds, megabytes);
        } finally {
            bench.cleanup().end(server);
        }
    }

    private static void awaitFirstAnswer(Server server, Stage stage) {
        server.awaitAnswer(
                stage.tenant().authorization(),
                api -> api.post(Stage.INTROSPECTION, stage.introspectionBody(1)).status() == 200);
    }

    private static List<Finding> findings(Variant variant, List<Started> starts) {
        boolean best = variant.name().equals(BEST);
        Spread cpu = Spread.of(starts.stream().map(Started::cpuSeconds).toList());
        Spread seconds = Spread.of(starts.stream().map(Started::seconds).toList());
        Spread memory = Spread.of(starts.stream().map(Started::megabytes).toList());
        return List.of(
                new Finding(
                        "start to the first answer, " + variant.name() + ", s of CPU",
                        cpu.ratio(),
                        best ? "at most " + CPU_SECONDS : "",
                        best ? Verdict.of(cpu.median() <= CPU_SECONDS) : Verdict.OPEN,
                        seconds.ratio() + " s on the clock",
                        ""),
                new Finding(
                        "idle after the start, " + variant.name() + ", resident MB",
                        memory.whole(),
                        best ? "at most " + MEGABYTES : "",
                        best ? Verdict.of(memory.median() <= MEGABYTES) : Verdict.OPEN,
                        String.join(" ", JvmOptions.SMALL),
                        ""));
    }
}
