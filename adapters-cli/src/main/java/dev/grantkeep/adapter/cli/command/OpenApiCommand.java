package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.PublicPages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the description of the API. */
@Command(name = "openapi", description = "Prints the server's description of its API (OpenAPI) in the dialect 2 or 3.")
public final class OpenApiCommand implements Callable<Integer> {
    private final GlobalOptions global;

    @Parameters(paramLabel = "DIALECT", description = "2 or 3.")
    private int dialect;

    public OpenApiCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public Integer call() {
        if (dialect != 2 && dialect != 3) {
            throw new CommandFailed(ExitCode.USAGE, "The dialects are 2 and 3, not " + dialect + ".");
        }
        global.output()
                .line(PublicPages.text(global.url(), "/openapi/authlete-" + dialect + ".json")
                        .strip());
        return ExitCode.OK.number();
    }
}
