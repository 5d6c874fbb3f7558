package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.database.Persistence;
import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.process.Cleanup;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Progress;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.FloorServers;
import dev.grantkeep.benchmark.server.GrantkeepServers;
import dev.grantkeep.benchmark.server.Jars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All measurements in their order: those that leave the tables as they are come first. */
public final class Run {
    /** What is about SQL, or beside it. */
    private static final Set<String> NAMES_ON_SQL = Set.of(SecondFloor.NAME, Embedded.NAME);

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final Bench bench;

    /**
     * @param root the directory of the sources
     * @param directory for files of the run
     */
    public Run(
            Settings settings,
            DatabaseServer databases,
            Path root,
            Path directory,
            Cleanup cleanup,
            Progress progress) {
        Jars jars = new Jars(root);
        GrantkeepServers grantkeeps = new GrantkeepServers(jars, databases, directory, settings.javaOptions());
        FloorServers floors = new FloorServers(jars, databases, directory);
        bench = new Bench(
                settings,
                databases,
                grantkeeps,
                floors,
                new Stages(databases, grantkeeps, floors, cleanup, progress, settings.mainTokens(), directory),
                new Wrk(root.resolve("benchmarks/wrk")),
                new Profiling(settings.profiled(), directory, root.resolve("benchmarks/target/profiles")),
                cleanup,
                progress,
                directory);
        measurements.put(BytesPerToken.NAME, new BytesPerToken());
        measurements.put(Introspection.NAME, new Introspection());
        measurements.put(Callers.NAME, new Callers());
        measurements.put(OpenLoopLatency.NAME, new OpenLoopLatency());
        measurements.put(TableSizes.NAME, new TableSizes());
        measurements.put(AuthorizedClients.NAME, new AuthorizedClients());
        measurements.put(Pairs.NAME, new Pairs());
        measurements.put(Mix.NAME, new Mix());
        measurements.put(Issue.NAME, new Issue());
        measurements.put(Refresh.NAME, new Refresh());
        measurements.put(CodeExchange.NAME, new CodeExchange());
        measurements.put(UserInfo.NAME, new UserInfo());
        measurements.put(Jwts.NAME, new Jwts());
        measurements.put(AuthorizationRequests.NAME, new AuthorizationRequests());
        measurements.put(Polling.NAME, new Polling());
        measurements.put(Sweeping.NAME, new Sweeping());
        measurements.put(SecondFloor.NAME, new SecondFloor());
        measurements.put(Embedded.NAME, new Embedded());
        measurements.put(StartUp.NAME, new StartUp());
        measurements.put(DomainTimes.NAME, new DomainTimes());
    }

    /** What can be measured. */
    public static List<String> names() {
        return List.of(
                BytesPerToken.NAME,
                Introspection.NAME,
                Callers.NAME,
                OpenLoopLatency.NAME,
                TableSizes.NAME,
                AuthorizedClients.NAME,
                Pairs.NAME,
                Mix.NAME,
                Issue.NAME,
                Refresh.NAME,
                CodeExchange.NAME,
                UserInfo.NAME,
                Jwts.NAME,
                AuthorizationRequests.NAME,
                Polling.NAME,
                Sweeping.NAME,
                SecondFloor.NAME,
                Embedded.NAME,
                StartUp.NAME,
                DomainTimes.NAME);
    }

    /** What can be measured on a stand-in for a database. */
    public static List<String> namesOfGrowth() {
        return List.of(TableSizes.NAME, AuthorizedClients.NAME, Pairs.NAME);
    }

    /**
     * Measures. What fails is a row of the results too.
     *
     * @param only the names of what is measured; empty is everything that the database can show
     * @throws IllegalArgumentException if the database cannot show one of them
     */
    public List<Section> measure(Set<String> only) {
        only.forEach(this::requireShown);
        List<Section> sections = new ArrayList<>();
        measurements.forEach((name, measurement) -> {
            if (only.contains(name) || (only.isEmpty() && isShown(name))) {
                bench.progress().say("%s", name);
                sections.add(measure(name, measurement));
            }
        });
        return sections;
    }

    private void requireShown(String name) {
        if (!isShown(name)) {
            throw new IllegalArgumentException(bench.databases().name() + " shows nothing about " + name);
        }
    }

    private boolean isShown(String name) {
        boolean isSql = bench.databases().persistence() == Persistence.SQL;
        return (isSql || !NAMES_ON_SQL.contains(name))
                && (bench.databases().caveat() == null || namesOfGrowth().contains(name));
    }

    private Section measure(String name, Measurement measurement) {
        try {
            return measurement.measure(bench);
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            bench.progress().say("  %s failed: %s", name, why);
            return Section.of(name, List.of(Finding.failed(name, why)), "");
        }
    }
}
