package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Table;
import dev.grantkeep.adapter.cli.program.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the settings of a server that would start here. */
@Command(
        name = "config",
        description = {
            "Shows with which settings a server would start here, and where each comes from. Secrets are hidden.",
            "Variables that look like settings and are none are told."
        })
public final class ConfigCommand implements Callable<Integer> {
    private final GlobalOptions global;

    public ConfigCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public Integer call() {
        Configuration configuration = global.around().program().configuration();
        global.output().print(() -> table(configuration), tree(configuration));
        configuration
                .unknown()
                .forEach((name, meant) -> global.output().note(name + " is no setting" + suggestion(meant)));
        if (configuration.refusal() != null) {
            throw new CommandFailed(ExitCode.CONFIGURATION, configuration.refusal());
        }
        return ExitCode.OK.number();
    }

    /** What may have been meant, after the name of something that is unknown. */
    static String suggestion(String meant) {
        return meant.isEmpty() ? "." : "; is " + meant + " meant?";
    }

    private static Table table(Configuration configuration) {
        Table table = new Table("VARIABLE", "VALUE", "SOURCE");
        configuration.settings().forEach(setting -> table.row(setting.variable(), setting.value(), setting.source()));
        return table;
    }

    private static Map<String, Object> tree(Configuration configuration) {
        List<Map<String, String>> settings = configuration.settings().stream()
                .map(setting ->
                        Map.of("variable", setting.variable(), "value", setting.value(), "source", setting.source()))
                .toList();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("settings", settings);
        tree.put("unknown", configuration.unknown());
        tree.put("refusal", configuration.refusal() == null ? "" : configuration.refusal());
        return tree;
    }
}
