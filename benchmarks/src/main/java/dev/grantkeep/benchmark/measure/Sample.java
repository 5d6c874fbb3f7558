package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.LoadResult;
import dev.grantkeep.benchmark.report.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One round of load on one server.
 *
 * @param serverMicros CPU of the server's JVM, in microseconds for each request
 * @param databaseMicros CPU of all of the database's processes, likewise; 0 if it is on another machine
 */
record Sample(LoadResult load, double serverMicros, double databaseMicros) {
    double cpuMicros() {
        return serverMicros + databaseMicros;
    }

    static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return Spread.of(samples.stream().map(of::applyAsDouble).toList());
    }

    /** For the table: {@code 27,400/s · 40 + 15 µs CPU · p50 0.5, p99 1.2 ms}. */
    static String describe(List<Sample> samples) {
        return String.format(
                Locale.ROOT,
                "%s/s · %.0f + %.0f µs CPU · p50 %.2f, p99 %.2f ms",
                spread(samples, sample -> sample.load().perSecond()).whole(),
                spread(samples, Sample::serverMicros).median(),
                spread(samples, Sample::databaseMicros).median(),
                spread(samples, sample -> sample.load().p50() / 1e3).median(),
                spread(samples, sample -> sample.load().p99() / 1e3).median());
    }
}
