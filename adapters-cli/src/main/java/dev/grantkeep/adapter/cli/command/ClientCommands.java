package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
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

/** What is done with the clients of a service. */
@Command(name = "client", description = "Clients: the applications that get tokens of a service.")
public final class ClientCommands {
    private static final Set<String> SECRETS = Set.of("clientSecret");
    private static final String SECRET = "clientSecret";
    private static final List<String> CREATED =
            List.of("clientId", "clientIdAlias", "clientName", "clientType", "redirectUris", "grantTypes", SECRET);

    private final GlobalOptions global;

    public ClientCommands(GlobalOptions global) {
        this.global = global;
    }

    @Command(name = "create", description = "Creates a client, and shows its secret this once.")
    int create(
            @Mixin ServiceOption service,
            @Option(names = "--name", paramLabel = "NAME", description = "What users see.") @Nullable String name,
            @Option(names = "--alias", paramLabel = "ALIAS", description = "A second id, chosen by you.") @Nullable
                    String alias,
            @Option(
                            names = "--redirect-uri",
                            paramLabel = "URI",
                            description = "Where answers to its authorization requests go; may be repeated.")
                    @Nullable
                    List<String> redirectUris,
            @Option(
                            names = "--grant-type",
                            paramLabel = "TYPE",
                            description = "A grant type such as AUTHORIZATION_CODE; may be repeated.")
                    @Nullable
                    List<String> grantTypes,
            @Option(names = "--public", description = "It has no secret that it can keep, as apps of users.")
                    boolean isPublic,
            @Option(
                            names = "--file",
                            paramLabel = "FILE",
                            description = "A file with members of a client as JSON; - is the standard input.")
                    @Nullable
                    String file,
            @Mixin SecretDelivery delivery) {
        SentMembers sent = SentMembers.of(file, global.around())
                .with("clientName", name)
                .with("clientIdAlias", alias)
                .with("clientType", isPublic ? "PUBLIC" : null)
                .withAny("redirectUris", Members.orNone(redirectUris))
                .withAny("grantTypes", Members.orNone(grantTypes));
        Server server = global.server();
        String of = service.of(server, global.around());
        return shown(Sheet.only(CREATED, delivery.of(SECRET, () -> server.post(of + "/client/create", sent.tree()))));
    }

    @Command(name = "list", description = "Lists the clients of a service.")
    int list(@Mixin ServiceOption service) {
        Server server = global.server();
        List<Map<String, Object>> clients =
                Pages.all(server, service.of(server, global.around()) + "/client/get/list", "clients").stream()
                        .map(client -> Sheet.without(SECRETS, client))
                        .toList();
        global.output().print(() -> table(clients), clients);
        return ExitCode.OK.number();
    }

    @Command(name = "show", description = "Shows a client with all its settings, its secret hidden.")
    int show(
            @Mixin ServiceOption service,
            @Parameters(paramLabel = "CLIENT", description = "Its id or alias.") String id) {
        Server server = global.server();
        return shown(Sheet.without(SECRETS, server.get(path(server, service, "get", id))));
    }

    @Command(
            name = "lock",
            description = "Locks a client: it gets no tokens, and those that it has do not work until it is unlocked.")
    int lock(
            @Mixin ServiceOption service,
            @Parameters(paramLabel = "CLIENT", description = "Its id or alias.") String id) {
        return locked(service, id, true);
    }

    @Command(name = "unlock", description = "Unlocks a client: its tokens work again.")
    int unlock(
            @Mixin ServiceOption service,
            @Parameters(paramLabel = "CLIENT", description = "Its id or alias.") String id) {
        return locked(service, id, false);
    }

    private int locked(ServiceOption service, String id, boolean locked) {
        Server server = global.server();
        server.post(path(server, service, "lock_flag/update", id), Map.of("clientLocked", locked));
        return shown(Sheet.in(List.of("client", "locked"), id, locked));
    }

    private String path(Server server, ServiceOption service, String call, String client) {
        return service.of(server, global.around()) + "/client/" + call + "/" + named(client);
    }

    /** A client as it stands in a path. */
    static String named(String client) {
        if (client.isBlank()) {
            throw new CommandFailed(ExitCode.USAGE, "A client is named by its id or its alias.");
        }
        return Server.encoded(client);
    }

    private int shown(Map<String, Object> members) {
        global.output().print(() -> Sheet.of(members), members);
        return ExitCode.OK.number();
    }

    private static Table table(List<Map<String, Object>> clients) {
        Table table = new Table("ID", "ALIAS", "NAME", "TYPE", "LOCKED");
        clients.forEach(client -> table.row(
                Members.text(client, "clientId"),
                Members.text(client, "clientIdAlias"),
                Members.text(client, "clientName"),
                Members.text(client, "clientType"),
                Members.flag(client, "locked") ? "yes" : "no"));
        return table;
    }
}
