package dev.grantkeep.bootstrap.e2e;

import dev.grantkeep.adapter.cli.program.Configuration;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.Dead;
import dev.grantkeep.adapter.cli.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** A machine on which all is well. */
final class WellProgram implements Program {
    @Override
    public String version() {
        return "test";
    }

    @Override
    public Configuration configuration() {
        return new Configuration(List.of(), Map.of(), null);
    }

    @Override
    public DatabaseReport database() {
        return new DatabaseReport("a database", DatabaseReport.State.IN_USE, null, List.of(), "", null);
    }

    @Override
    public DatabaseReport migrate() {
        return database();
    }

    @Override
    public List<Dead> dead() {
        return List.of();
    }

    @Override
    public long sweep(LongConsumer told) {
        return 0;
    }

    @Override
    public List<String> dataDirectoryTroubles() {
        return List.of();
    }

    @Override
    public Path dataDirectory() {
        return Path.of("data");
    }
}
