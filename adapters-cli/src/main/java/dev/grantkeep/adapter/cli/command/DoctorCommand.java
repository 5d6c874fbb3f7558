package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.doctor.Finding;
import dev.grantkeep.adapter.cli.doctor.Finding.Severity;
import dev.grantkeep.adapter.cli.doctor.LocalChecks;
import dev.grantkeep.adapter.cli.doctor.ServerChecks;
import dev.grantkeep.adapter.cli.doctor.TenantChecks;
import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Progress;
import dev.grantkeep.adapter.cli.output.Table;
import dev.grantkeep.adapter.cli.server.Address;
import dev.grantkeep.adapter.cli.server.Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what is wrong and how to mend it. */
@Command(
        name = "doctor",
        description = {
            "Looks at the configuration, the data directory, the database, the clocks, the credentials, and at the"
                    + " keys,",
            "issuer and settings of every service, and says what to mend. It changes nothing.",
            "What is on this machine is looked at only if the server is here."
        })
public final class DoctorCommand implements Callable<Integer> {
    private final GlobalOptions global;

    @Option(names = "--no-issuers", description = "Does not ask the issuers of services for their metadata.")
    private boolean withoutIssuers;

    @Option(names = "--quiet", description = "Shows only what is not as it should be.")
    private boolean quiet;

    public DoctorCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public Integer call() {
        URI url = global.url();
        List<Finding> findings = new ArrayList<>();
        if (Address.isHere(url)) {
            findings.addAll(new LocalChecks(global.around()).findings());
        }
        List<Finding> ofServer = new ServerChecks(url, global.around()).findings();
        findings.addAll(ofServer);
        if (ofServer.getFirst().severity() == Severity.OK) {
            findings.addAll(ofServices());
        }
        show(findings);
        boolean isWell = findings.stream().noneMatch(finding -> finding.severity() == Severity.MEND);
        return (isWell ? ExitCode.OK : ExitCode.FINDINGS).number();
    }

    private List<Finding> ofServices() {
        try {
            Server server = global.server();
            List<Map<String, Object>> services = Pages.all(server, "service/get/list", "services");
            List<Finding> findings = new ArrayList<>();
            findings.add(new Finding(Severity.OK, "credentials", "those of the owner are taken", ""));
            findings.addAll(ofServices(server, services));
            return findings;
        } catch (CommandFailed failed) {
            return List.of(new Finding(
                    Severity.MEND,
                    "credentials",
                    failed.line(),
                    "Give those of the owner; services were not looked at."));
        }
    }

    private List<Finding> ofServices(Server server, List<Map<String, Object>> services) {
        TenantChecks checks = new TenantChecks(server, global.around().clock().now(), !withoutIssuers);
        List<Finding> findings = new ArrayList<>();
        try (Progress progress = new Progress(global.around(), "services")) {
            for (int i = 0; i < services.size(); i++) {
                findings.addAll(checks.findings(services.get(i)));
                progress.at(i + 1, services.size());
            }
        }
        return findings;
    }

    private void show(List<Finding> findings) {
        List<Finding> shown = findings.stream()
                .filter(finding -> !quiet || finding.severity() != Severity.OK)
                .toList();
        global.output()
                .print(
                        () -> table(shown),
                        shown.stream().map(DoctorCommand::tree).toList());
    }

    private static Table table(List<Finding> findings) {
        Table table = new Table("", "WHERE", "WHAT", "TO DO");
        findings.forEach(finding -> table.row(
                finding.severity().name().toLowerCase(Locale.ROOT), finding.area(), finding.what(), finding.mend()));
        return table;
    }

    private static Map<String, Object> tree(Finding finding) {
        return Sheet.in(
                List.of("severity", "area", "what", "mend"),
                finding.severity().name(),
                finding.area(),
                finding.what(),
                finding.mend());
    }
}
