package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Table;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** What the owner does with services. */
@Command(name = "service", description = "Services: the tenants, each with clients, tokens and settings of its own.")
public final class ServiceCommands {
    private final GlobalOptions global;

    public ServiceCommands(GlobalOptions global) {
        this.global = global;
    }

    @Command(name = "list", description = "Lists all services.")
    int list() {
        List<Map<String, Object>> services = Pages.all(global.server(), "service/get/list", "services");
        global.output()
                .print(
                        () -> {
                            Table table = new Table("ID", "NAME", "ISSUER");
                            services.forEach(service -> table.row(
                                    Members.text(service, "apiKey"),
                                    Members.text(service, "serviceName"),
                                    Members.text(service, "issuer")));
                            return table;
                        },
                        services);
        return ExitCode.OK.number();
    }
}
