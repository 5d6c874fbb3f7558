package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.domain.DomainBenchmark;
import dev.grantkeep.benchmark.report.Section;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The hot functions of the domain by JMH: nanoseconds and allocated bytes of a call. */
final class DomainTimes implements Measurement {
    static final String NAME = "domain";

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Override
    public Section measure(Bench bench) {
        boolean thorough = bench.settings().thorough();
        Options options = new OptionsBuilder()
                .include(DomainBenchmark.class.getName())
                .forks(thorough ? bench.settings().rounds() : 0)
                .warmupIterations(thorough ? 3 : 1)
                .warmupTime(TimeValue.milliseconds(thorough ? 1_000 : 300))
                .measurementIterations(thorough ? 5 : 2)
                .measurementTime(TimeValue.milliseconds(thorough ? 1_000 : 300))
                .addProfiler(GCProfiler.class)
                .output(log(bench).toString())
                .build();
        try {
            return Section.of("The domain's hot functions (JMH)", List.of(), table(new Runner(options).run()));
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed, see " + log(bench), e);
        }
    }

    private static Path log(Bench bench) {
        return bench.directory().resolve("jmh.log");
    }

    private static String table(Collection<RunResult> results) {
        StringBuilder table = new StringBuilder(
                "| function | ns a call | error (99.9 %) | bytes allocated |\n| --- | ---: | ---: | ---: |\n");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f | %.1f | %.0f |%n",
                    time.getLabel(),
                    time.getScore(),
                    time.getScoreError(),
                    allocated == null ? Double.NaN : allocated.getScore()));
        }
        return table.toString();
    }
}
