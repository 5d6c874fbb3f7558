package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.DatabaseReport.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the database up to date, or says what that would be. */
@Command(
        name = "migrate",
        description = {
            "Brings the database up to date, as a start of the server does.",
            "A database that a newer version has changed is left as it is."
        })
public final class MigrateCommand implements Callable<Integer> {
    private final GlobalOptions global;

    @Option(names = "--dry-run", description = "Says what would be done, and does nothing.")
    private boolean dryRun;

    public MigrateCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public Integer call() {
        DatabaseReport before = global.around().program().database();
        UsableDatabase.require(before);
        boolean isDone = dryRun || before.state() == State.UP_TO_DATE;
        DatabaseReport after = isDone ? before : global.around().program().migrate();
        UsableDatabase.require(after);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("database", after.kind());
        result.put("applied", after.applied() == null ? "" : after.applied());
        result.put(dryRun ? "wouldBeDone" : "done", before.pending());
        global.output().print(() -> Sheet.of(result), result);
        return ExitCode.OK.number();
    }
}
