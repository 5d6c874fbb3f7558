package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.load.LoadResult;
import dev.grantkeep.benchmark.load.Wrk.Requests;
import dev.grantkeep.benchmark.server.Server;
import java.util.function.Supplier;

/**
 * A server and what it is asked.
 *
 * @param work what the measurement is called
 * @param requests asked for anew for each round
 * @param answerBytes how long a good response is, with its headers; 0 if the requests see to it themselves
 */
record Contender(String work, String name, Server server, Supplier<Requests> requests, int answerBytes) {
    static final String GRANTKEEP = "Grantkeep";
    static final String FLOOR = "floor";

    /** Load that is not counted, for the compiler of the JVM. */
    void warmUp(Bench bench, int connections) {
        if (bench.settings().warmUp() == 0) {
            return;
        }
        bench.progress().say("  warming up %s", name);
        bench.wrk()
                .run(
                        requests.get(),
                        server.port(),
                        connections,
                        bench.settings().warmUp());
    }

    Sample round(Bench bench, int connections) {
        return round(bench, connections, bench.settings().seconds());
    }

    Sample round(Bench bench, int connections, int seconds) {
        Requests asked = requests.get();
        return sample(bench, () -> bench.wrk().run(asked, server.port(), connections, seconds));
    }

    /** What a load on the server gives. */
    Sample sample(Bench bench, Supplier<LoadResult> run) {
        long server0 = server.cpuMicros();
        long database0 = bench.databases().cpuMicros().orElse(0);
        LoadResult load = profiled(bench, run);
        long database1 = bench.databases().cpuMicros().orElse(0);
        long server1 = server.cpuMicros();
        requireGood(load);
        bench.progress()
                .say(
                        "  %s: %,.0f/s, p99 %.2f ms, CPU %.0f + %.0f µs a request",
                        name,
                        load.perSecond(),
                        load.p99() / 1e3,
                        (double) (server1 - server0) / load.requests(),
                        (double) (database1 - database0) / load.requests());
        return new Sample(
                load,
                (double) (server1 - server0) / load.requests(),
                (double) (database1 - database0) / load.requests());
    }

    /** A refusal can have the status 200; it is told by its length. */
    private void requireGood(LoadResult load) {
        boolean otherAnswers = answerBytes > 0 && Math.abs(load.bytesOfResponse() / answerBytes - 1) > 0.03;
        if (load.errors() > load.requests() / 1_000 || otherAnswers) {
            throw new IllegalStateException("%s: %d errors in %d requests, answers of %.0f bytes and not of %d"
                    .formatted(name, load.errors(), load.requests(), load.bytesOfResponse(), answerBytes));
        }
    }

    private LoadResult profiled(Bench bench, Supplier<LoadResult> run) {
        String profile = (work + "-" + name).replaceAll("[^A-Za-z0-9]+", "-");
        return bench.profiling().of(profile, server, run);
    }
}
