package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.database.DatabaseServer;
import dev.grantkeep.benchmark.load.Wrk;
import dev.grantkeep.benchmark.process.Cleanup;
import dev.grantkeep.benchmark.report.Progress;
import dev.grantkeep.benchmark.server.FloorServers;
import dev.grantkeep.benchmark.server.GrantkeepServers;
import java.nio.file.Path;

/**
 * What measurements work with.
 *
 * @param directory for files of the run
 */
record Bench(
        Settings settings,
        DatabaseServer databases,
        GrantkeepServers grantkeeps,
        FloorServers floors,
        Stages stages,
        Wrk wrk,
        Profiling profiling,
        Cleanup cleanup,
        Progress progress,
        Path directory) {}
