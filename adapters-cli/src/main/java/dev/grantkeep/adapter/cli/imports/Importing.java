package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One import: reads all files, and only if all are whole and understood, writes. Run again it goes on where it was cut off
 * and leaves alone what is there.
 *
 * @param service the service into which clients, consents and tokens go; null is the one that the files have
 */
record Importing(Server server, Export export, @Nullable String service, boolean dryRun, Instant now) {
    Report run(List<Path> files) {
        Findings findings = new Findings();
        files.forEach(file -> new ExportFile(file).into(export, findings));
        export.finish(findings);
        if (findings.isEmpty()) {
            throw new CommandFailed(ExitCode.FILE, "Nothing was imported: there is nothing in the files to move.");
        }
        Report report = new Report(dryRun);
        report.without(findings.without);
        List<String> services = new ServiceImport(server, export, dryRun, report).run(findings.services);
        Optional<String> into = Optional.ofNullable(service).or(() -> only(services));
        if (into.isPresent()) {
            fill(new Target(server, into.get()), findings, report);
        } else {
            wait(findings, report);
        }
        return report;
    }

    private void fill(Target target, Findings findings, Report report) {
        target.settings();
        if (!findings.scopes.isEmpty()) {
            new ScopeImport(target, dryRun, report).run(findings.scopes);
        }
        KnownClients clients = new ClientImport(target, export, dryRun, report).run(findings.clients);
        new ConsentImport(target, dryRun, report).run(findings.consents, clients);
        new TokenImport(target, dryRun, now, report).run(findings.tokens, clients);
    }

    /** Services can go first, each with its clients in a run of its own. A dry run has none to put them into. */
    private void wait(Findings findings, Report report) {
        if (findings.services.isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "Into which service? Name it with --service.");
        }
        int waiting = findings.clients.size() + findings.consents.size() + findings.tokens.size();
        if (waiting > 0) {
            report.because(
                    "Clients and tokens go into one service that is there: repeat with --service once it is",
                    waiting + " of them");
        }
    }

    private static Optional<String> only(List<String> services) {
        return services.size() == 1 ? Optional.of(services.getFirst()) : Optional.empty();
    }
}
