package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Progress;
import dev.grantkeep.adapter.cli.output.Table;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.Dead;
import dev.grantkeep.adapter.cli.program.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reclaims what is dead, or says how much that would be. */
@Command(
        name = "sweep",
        description = {
            "Removes what is dead from the database until nothing is left, at the pace of GRANTKEEP_SWEEPER_….",
            "A server does so by itself; this is for where GRANTKEEP_SWEEPER_ENABLED=false. It opens the database: the"
                    + " embedded one only while no server runs."
        })
public final class SweepCommand implements Callable<Integer> {
    private final GlobalOptions global;

    @Option(
            names = "--dry-run",
            description =
                    "Counts what would be removed and tells the age of the oldest, and removes nothing. No kind is"
                            + " counted beyond 100000. Of grants, clients and services those are counted that wait to be looked"
                            + " at; how many records each has is not.")
    private boolean dryRun;

    public SweepCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public Integer call() {
        Program program = global.around().program();
        requireFree(program.database());
        if (dryRun) {
            show(program.dead());
        } else {
            Map<String, Object> result = Map.of("reclaimed", swept(program));
            global.output().print(() -> Sheet.of(result), result);
        }
        return ExitCode.OK.number();
    }

    private static void requireFree(DatabaseReport database) {
        if (database.state() == DatabaseReport.State.IN_USE) {
            throw new CommandFailed(ExitCode.DATABASE, database.detail() + ", which sweeps by itself");
        }
        UsableDatabase.requireCurrent(database);
    }

    private long swept(Program program) {
        AtomicLong done = new AtomicLong();
        long expected = global.around().terminal()
                ? program.dead().stream().mapToLong(Dead::found).sum()
                : 0;
        try (Progress progress = new Progress(global.around(), "records")) {
            return program.sweep(gone -> {
                done.set(gone);
                progress.at(gone, Math.max(gone, expected));
            });
        } catch (CommandFailed failed) {
            if (done.get() == 0) {
                throw failed;
            }
            throw new CommandFailed(
                    ExitCode.INCOMPLETE,
                    done + " records are removed and others are not: " + failed.line()
                            + " The command can be repeated.",
                    failed);
        }
    }

    private void show(List<Dead> dead) {
        global.output().print(() -> table(dead), dead.stream().map(this::tree).toList());
    }

    private Table table(List<Dead> dead) {
        Table table = new Table("DEAD", "COUNT", "OLDEST");
        dead.forEach(one -> table.row(
                one.kind().text(),
                (one.more() ? "more than " : "") + one.found(),
                one.since() == null ? "" : Times.span(age(one.since()))));
        return table;
    }

    private Map<String, Object> tree(Dead one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", one.kind().name());
        tree.put("count", one.found());
        tree.put("more", one.more());
        if (one.since() != null) {
            tree.put("oldest", one.since().toString());
            tree.put("oldestSeconds", age(one.since()).toSeconds());
        }
        return tree;
    }

    /** Not negative, where the clocks of nodes differ. */
    private Duration age(Instant since) {
        Duration age = Duration.between(since, global.around().clock().now());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
