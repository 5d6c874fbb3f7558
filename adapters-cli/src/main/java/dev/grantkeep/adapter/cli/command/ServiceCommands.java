package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Table;
import dev.grantkeep.adapter.cli.server.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the owner does with services. */
@Command(name = "service", description = "Services: the tenants, each with clients, tokens and settings of its own.")
public final class ServiceCommands {
    private static final Set<String> SECRETS = Set.of("apiSecret", "jwks", "clientIdAliasSecret");
    private static final String SECRET = "apiSecret";
    private static final String NEW_SECRET = "newApiSecret";
    private static final List<String> CREATED = List.of("apiKey", "serviceName", "issuer", SECRET);
    private static final List<String> ROTATED = List.of("apiKey", NEW_SECRET);

    private final GlobalOptions global;

    public ServiceCommands(GlobalOptions global) {
        this.global = global;
    }

    @Command(
            name = "create",
            description =
                    "Creates a service, and shows its secret this once: its password in 2.x, its access token in 3.0.")
    int create(
            @Option(names = "--name", paramLabel = "NAME", description = "What people see.") @Nullable String name,
            @Option(names = "--issuer", paramLabel = "URL", description = "The issuer of its tokens.") @Nullable
                    String issuer,
            @Option(names = "--scope", paramLabel = "SCOPE", description = "A scope of it; may be repeated.") @Nullable
                    List<String> scopes,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "A file with members of a service as JSON; - is the standard input.")
                    @Nullable
                    String file,
            @Mixin SecretDelivery delivery) {
        SentMembers sent = SentMembers.of(file, global.around())
                .with("serviceName", name)
                .with("issuer", issuer)
                .withAny(
                        "supportedScopes",
                        Members.orNone(scopes).stream()
                                .map(scope -> Map.of("name", scope))
                                .toList());
        Server server = global.server();
        return shown(Sheet.only(CREATED, delivery.of(SECRET, () -> server.post("service/create", sent.tree()))));
    }

    @Command(name = "list", description = "Lists all services.")
    int list() {
        List<Map<String, Object>> services = Pages.all(global.server(), "service/get/list", "services").stream()
                .map(service -> Sheet.without(SECRETS, service))
                .toList();
        global.output().print(() -> table(services), services);
        return ExitCode.OK.number();
    }

    @Command(name = "show", description = "Shows a service with all its settings, its secrets hidden.")
    int show(@Parameters(paramLabel = "ID", description = "Its id.") String id) {
        return shown(Sheet.without(SECRETS, global.server().get(ServiceOption.checked(id) + "/service/get")));
    }

    @Command(
            name = "rotate-secret",
            description = {
                "Gives a service a new secret, and shows it this once.",
                "The one before it is refused from then on: whoever uses it must get the new one."
            })
    int rotateSecret(
            @Parameters(paramLabel = "ID", description = "Its id.") String id, @Mixin SecretDelivery delivery) {
        Server server = global.server();
        String service = ServiceOption.checked(id);
        return shown(Sheet.only(
                ROTATED, delivery.of(NEW_SECRET, () -> server.post(service + "/service/secret/refresh", Map.of()))));
    }

    private int shown(Map<String, Object> members) {
        global.output().print(() -> Sheet.of(members), members);
        return ExitCode.OK.number();
    }

    private static Table table(List<Map<String, Object>> services) {
        Table table = new Table("ID", "NAME", "ISSUER");
        services.forEach(service -> table.row(
                Members.text(service, "apiKey"),
                Members.text(service, "serviceName"),
                Members.text(service, "issuer")));
        return table;
    }
}
