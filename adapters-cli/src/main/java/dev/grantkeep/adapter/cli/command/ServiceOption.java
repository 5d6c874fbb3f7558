package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.adapter.cli.server.Server;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which service a command is. */
public final class ServiceOption {
    /** The variable that names it. */
    public static final String VARIABLE = "GRANTKEEP_SERVICE";

    @Option(
            names = "--service",
            paramLabel = "ID",
            description = "The service. Default: GRANTKEEP_SERVICE, else the only one that there is.")
    private @Nullable String id;

    /**
     * Its id, as it stands in paths.
     *
     * @throws CommandFailed if it is not said and not plain
     */
    String of(Server server, Surroundings around) {
        String said = id == null ? around.variable(VARIABLE).orElse(null) : id;
        return said == null ? only(server) : checked(said);
    }

    /** An id, as it stands in paths. */
    static String checked(String id) {
        if (!id.matches("[0-9]{1,19}")) {
            throw new CommandFailed(ExitCode.USAGE, "'" + id + "' is not the id of a service, which is a number.");
        }
        return id;
    }

    private static String only(Server server) {
        List<Map<String, Object>> services = Members.objects(server.get("service/get/list?start=0&end=2"), "services");
        if (services.size() != 1) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    (services.isEmpty() ? "There is no service yet." : "There are several services.")
                            + " Say which one with --service or " + VARIABLE + ".");
        }
        return Members.text(services.getFirst(), "apiKey");
    }
}
