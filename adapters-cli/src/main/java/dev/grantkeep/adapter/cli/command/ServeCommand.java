package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import picocli.CommandLine.Command;

/** Stands in the help only: whoever serves loads none of these classes. */
@Command(
        name = "serve",
        description = {
            "Starts the server. So does no command at all.",
            "Settings may follow, such as -micronaut.server.port=9090; see the README."
        })
public final class ServeCommand implements Runnable {
    @Override
    public void run() {
        throw new CommandFailed(ExitCode.USAGE, "serve stands before all options, and settings follow it.");
    }
}
