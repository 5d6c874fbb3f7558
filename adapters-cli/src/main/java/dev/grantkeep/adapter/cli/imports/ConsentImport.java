package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.Server;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Optional;

/**
 * Has consents remembered by the way on which every consent comes: an authorization request of the client, to which the
 * user has said yes. The code that comes of it is told to nobody and ends by itself.
 */
record ConsentImport(Target target, boolean dryRun, Report report) {
    /** Of no use: the code that it belongs to is thrown away. Some clients have to send one. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    void run(List<FoundConsent> found, KnownClients clients) {
        found.forEach(consent -> {
            if (clients.contains(consent.client())) {
                take(consent);
            } else {
                report.count(Kind.CONSENT, Outcome.LOST, "The client of the consent is not there", consent.name());
            }
        });
    }

    private void take(FoundConsent found) {
        try {
            Optional<Members> client = target.client(found.client());
            if (client.isPresent() && isRemembered(found, client.get())) {
                report.count(Kind.CONSENT, Outcome.THERE);
            } else {
                remember(found, client);
            }
        } catch (CommandFailed e) {
            report.count(Kind.CONSENT, Outcome.NEEDS_LOGIN, ServiceImport.refusal(e), found.name());
        }
    }

    private boolean isRemembered(FoundConsent found, Members client) {
        return target.post(
                        "client/granted_scopes/get/" + client.whole("clientId"),
                        Target.members("subject", found.subject()))
                .texts("mergedGrantedScopes")
                .containsAll(found.scopes());
    }

    /** In a dry run the client may not be there yet. */
    private void remember(FoundConsent found, Optional<Members> client) {
        if (!dryRun) {
            String ticket = ticket(found, client.orElseThrow());
            Members issued = target.post(
                    "auth/authorization/issue",
                    Target.members("ticket", ticket, "subject", found.subject(), "scopes", found.scopes()));
            require(issued, "LOCATION");
        }
        report.count(Kind.CONSENT, Outcome.MOVES);
    }

    private String ticket(FoundConsent found, Members client) {
        String parameters = "response_type=code&code_challenge_method=S256&code_challenge=" + CHALLENGE
                + "&client_id=" + Server.encoded(found.client())
                + "&scope=" + Server.encoded(String.join(" ", found.scopes()))
                + client.texts("redirectUris").stream()
                        .findFirst()
                        .map(uri -> "&redirect_uri=" + Server.encoded(uri))
                        .orElse("");
        Members answer = target.post("auth/authorization", Target.members("parameters", parameters));
        require(answer, "INTERACTION");
        return String.valueOf(answer.text("ticket"));
    }

    private static void require(Members answer, String action) {
        if (!action.equals(answer.text("action"))) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "The client cannot ask for the consent as it is registered: " + answer.text("resultMessage"));
        }
    }
}
