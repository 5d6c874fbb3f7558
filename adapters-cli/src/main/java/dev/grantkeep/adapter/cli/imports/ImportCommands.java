package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.command.GlobalOptions;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moving in from other servers, by the files that they export. */
@Command(
        name = "import",
        description =
                "Moves clients, consents and tokens in from the export files of other servers. A second run goes on"
                        + " where the first was cut off, and changes nothing that is there.")
public final class ImportCommands {
    private final GlobalOptions global;

    public ImportCommands(GlobalOptions global) {
        this.global = global;
    }

    @Command(
            name = "authlete",
            description = "The lists of Authlete's API: service/get/list, client/get/list, auth/token/get/list.")
    int authlete(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON, in any order.") List<Path> files,
            @Option(names = "--service", paramLabel = "ID", description = SERVICE) @Nullable String service,
            @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun,
            @Option(
                            names = "--duration-rule",
                            paramLabel = "RULE",
                            defaultValue = "shortest",
                            description =
                                    "Which of several durations counts: shortest, as in 2.x, or most_specific, as in"
                                            + " 3.0. Default: ${DEFAULT-VALUE}.")
                    String rule) {
        return run(new Authlete(rule), files, service, dryRun);
    }

    @Command(
            name = "hydra",
            description = "What Ory Hydra's admin API gives: the list of clients, lists of consent sessions.")
    int hydra(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON.") List<Path> files,
            @Option(names = "--service", paramLabel = "ID", required = true, description = SERVICE) String service,
            @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
        return run(new Hydra(now()), files, service, dryRun);
    }

    @Command(name = "keycloak", description = "A realm that Keycloak has exported, with its users.")
    int keycloak(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON.") List<Path> files,
            @Option(names = "--service", paramLabel = "ID", required = true, description = SERVICE) String service,
            @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
        return run(new Keycloak(), files, service, dryRun);
    }

    private static final String SERVICE = "The service into which they are moved.";
    private static final String DRY_RUN = "Says what would be, and changes nothing.";

    private int run(Export export, List<Path> files, @Nullable String service, boolean dryRun) {
        Report report = new Importing(global.server(), export, service, dryRun, now()).run(files);
        report.print(global.output());
        return (report.isWhole() ? ExitCode.OK : ExitCode.INCOMPLETE).number();
    }

    private Instant now() {
        return global.around().clock().now();
    }
}
