package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.PublicPages;
import picocli.CommandLine.Command;

/** For health checks of containers, whose images have no other HTTP client. */
@Command(
        name = "health",
        description =
                "Ends with 0 if the server is healthy, and with 1 if it is not, or not there. Needs no credentials.")
public final class HealthCommand implements Runnable {
    private static final int OK = 200;

    private final GlobalOptions global;

    public HealthCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public void run() {
        int status = status();
        if (status != OK) {
            throw new CommandFailed(ExitCode.UNHEALTHY, "The server is not healthy (status " + status + ").");
        }
        global.output().line("healthy");
    }

    private int status() {
        try {
            return PublicPages.status(global.url(), "/health");
        } catch (CommandFailed failed) {
            throw new CommandFailed(ExitCode.UNHEALTHY, failed.line(), failed);
        }
    }
}
