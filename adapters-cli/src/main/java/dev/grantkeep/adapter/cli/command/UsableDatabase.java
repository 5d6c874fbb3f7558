package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.DatabaseReport.State;

/** Ends a command where the database is not such as it needs. */
final class UsableDatabase {
    private UsableDatabase() {}

    /** One that is up to date, or can be brought there. */
    static void require(DatabaseReport report) {
        switch (report.state()) {
            case UP_TO_DATE, EMPTY, PENDING -> {}
            case NEWER -> throw new CommandFailed(ExitCode.NEWER_DATABASE, report.detail());
            default -> throw new CommandFailed(ExitCode.DATABASE, report.detail());
        }
    }

    /** One that is up to date. */
    static void requireCurrent(DatabaseReport report) {
        require(report);
        if (report.state() != State.UP_TO_DATE) {
            throw new CommandFailed(ExitCode.DATABASE, report.detail());
        }
    }
}
