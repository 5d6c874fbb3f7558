package dev.grantkeep.adapter.cli.doctor;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.adapter.cli.server.PublicPages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a running server shows to anybody: that it is there, healthy, and what time it has. */
public final class ServerChecks {
    private static final int OK = 200;

    private final URI base;
    private final Surroundings around;

    public ServerChecks(URI base, Surroundings around) {
        this.base = base;
        this.around = around;
    }

    public List<Finding> findings() {
        try {
            List<Finding> findings = new ArrayList<>();
            findings.add(health(PublicPages.status(base, "/health")));
            PublicPages.date(base)
                    .map(date ->
                            Clocks.compared("the server", date, around.clock().now()))
                    .ifPresent(findings::add);
            return findings;
        } catch (CommandFailed failed) {
            return List.of(absent(failed));
        }
    }

    private Finding health(int status) {
        return switch (status) {
            case OK -> Finding.ok("server", "healthy at " + base);
            case 503 -> Finding.mend("server", "it cannot write to its store", "See its log, and the database above.");
            default ->
                Finding.mend(
                        "server",
                        "what answers at " + base + " has no /health (status " + status + ")",
                        "Name the right address with --url or GRANTKEEP_URL.");
        };
    }

    private static Finding absent(CommandFailed failed) {
        boolean isForeign = failed.code() == ExitCode.NOT_GRANTKEEP;
        return Finding.mend("server", failed.line(), isForeign ? "Name the right address with --url." : "Start it.");
    }
}
