package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Progress;
import dev.grantkeep.adapter.cli.output.Table;
import dev.grantkeep.adapter.cli.server.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What users have granted to clients. */
@Command(name = "grant", description = "Grants: what users have allowed to clients.")
public final class GrantCommands {
    private static final String SUBJECT_HELP = "The user, as the provider names her.";

    private final GlobalOptions global;

    public GrantCommands(GlobalOptions global) {
        this.global = global;
    }

    /** One client of a user, or all of them. */
    static final class Which {
        @Option(
                names = "--client",
                required = true,
                paramLabel = "CLIENT",
                description = "The id or alias of the client.")
        private @Nullable String client;

        @Option(names = "--all", required = true, description = "All clients of the user.")
        private boolean all;
    }

    @Command(name = "list", description = "Lists the clients that a user has authorized, and what each was granted.")
    int list(
            @Mixin ServiceOption service,
            @Option(names = "--subject", required = true, paramLabel = "SUBJECT", description = SUBJECT_HELP)
                    String subject) {
        Server server = global.server();
        String of = service.of(server, global.around());
        List<Map<String, Object>> grants = new ArrayList<>();
        try (Progress progress = new Progress(global.around(), "grants")) {
            List<Map<String, Object>> clients = clients(server, of, subject);
            clients.forEach(client -> {
                grants.add(grant(server, of, subject, client));
                progress.at(grants.size(), clients.size());
            });
        }
        global.output().print(() -> table(grants), grants);
        return ExitCode.OK.number();
    }

    @Command(
            name = "narrow",
            description = "Leaves a client these scopes of a user and no others, in all tokens that it has of her.")
    int narrow(
            @Mixin ServiceOption service,
            @Option(names = "--subject", required = true, paramLabel = "SUBJECT", description = SUBJECT_HELP)
                    String subject,
            @Option(
                            names = "--client",
                            required = true,
                            paramLabel = "CLIENT",
                            description = "The id or alias of the client.")
                    String client,
            @Option(
                            names = "--scope",
                            required = true,
                            paramLabel = "SCOPE",
                            description = "A scope to leave; may be repeated.")
                    List<String> scopes) {
        Server server = global.server();
        Map<String, Object> answer = server.post(
                service.of(server, global.around()) + "/client/authorization/update/" + ClientCommands.named(client),
                Map.of("subject", subject, "scopes", scopes));
        return said(Sheet.in(
                List.of("client", "subject", "result"), client, subject, Members.text(answer, "resultMessage")));
    }

    @Command(
            name = "revoke",
            description = "Takes back what a user granted, and ends all tokens that come of it, at once.")
    int revoke(
            @Mixin ServiceOption service,
            @Option(names = "--subject", required = true, paramLabel = "SUBJECT", description = SUBJECT_HELP)
                    String subject,
            @ArgGroup(multiplicity = "1") Which which,
            @Option(names = "--dry-run", description = "Says what would be ended, and ends nothing.") boolean dryRun) {
        Server server = global.server();
        String of = service.of(server, global.around());
        List<String> clients = which.client == null ? ids(clients(server, of, subject)) : List.of(which.client);
        if (!dryRun) {
            revoke(server, of, subject, clients);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("subject", subject);
        result.put(dryRun ? "wouldBeRevoked" : "revoked", clients);
        return said(result);
    }

    private void revoke(Server server, String service, String subject, List<String> clients) {
        int done = 0;
        try (Progress progress = new Progress(global.around(), "clients")) {
            for (String client : clients) {
                revoke(server, service, subject, client, done, clients.size());
                progress.at(++done, clients.size());
            }
        }
    }

    private static void revoke(Server server, String service, String subject, String client, int done, int of) {
        try {
            server.post(
                    service + "/client/authorization/delete/" + ClientCommands.named(client),
                    Map.of("subject", subject));
        } catch (CommandFailed failed) {
            if (done == 0) {
                throw failed;
            }
            throw new CommandFailed(
                    ExitCode.INCOMPLETE,
                    "Of " + of + " clients " + done + " are cut off and the others are not: " + failed.line()
                            + " The command can be repeated.",
                    failed);
        }
    }

    private static List<Map<String, Object>> clients(Server server, String service, String subject) {
        return Pages.all(
                server, service + "/client/authorization/get/list?subject=" + Server.encoded(subject), "clients");
    }

    private static List<String> ids(List<Map<String, Object>> clients) {
        return clients.stream().map(client -> Members.text(client, "clientId")).toList();
    }

    private static Map<String, Object> grant(
            Server server, String service, String subject, Map<String, Object> client) {
        Map<String, Object> scopes = server.post(
                service + "/client/granted_scopes/get/" + Members.text(client, "clientId"), Map.of("subject", subject));
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("clientId", Members.number(client, "clientId"));
        grant.put("clientName", Members.text(client, "clientName"));
        grant.put("scopes", scopes.getOrDefault("mergedGrantedScopes", List.of()));
        grant.put("modifiedAt", Times.shown(scopes.get("modifiedAt")));
        return grant;
    }

    private int said(Map<String, Object> members) {
        global.output().print(() -> Sheet.of(members), members);
        return ExitCode.OK.number();
    }

    private static Table table(List<Map<String, Object>> grants) {
        Table table = new Table("CLIENT", "NAME", "SCOPES", "SINCE");
        grants.forEach(grant -> table.row(
                Members.text(grant, "clientId"),
                Members.text(grant, "clientName"),
                Members.words(grant, "scopes"),
                Members.text(grant, "modifiedAt")));
        return table;
    }
}
