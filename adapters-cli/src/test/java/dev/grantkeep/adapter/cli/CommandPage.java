package dev.grantkeep.adapter.cli;

import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The part of docs/command-line.md that lists commands and exit codes, made of the commands themselves. */
final class CommandPage {
    private static final List<String> EVERYWHERE = List.of("--help", "--version");

    private CommandPage() {}

    static String text() {
        CommandLine root = new Console().cli().commands();
        return "## Options of every command\n\n" + options(root.getCommandSpec()) + "\n## Commands\n\n"
                + commands(root) + "## Exit codes\n\n| Code | Meaning |\n| --- | --- |\n"
                + Arrays.stream(ExitCode.values())
                        .map(code -> "| " + code.number() + " | " + code.meaning() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String commands(CommandLine of) {
        return of.getSubcommands().values().stream()
                .map(command -> command(command) + commands(command))
                .collect(Collectors.joining());
    }

    private static String command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        boolean isGroup = !command.getSubcommands().isEmpty();
        String parameters =
                spec.positionalParameters().stream().map(CommandPage::synopsis).collect(Collectors.joining());
        String title = "### `" + spec.qualifiedName() + (isGroup ? " …" : "") + parameters + "`\n\n";
        String description = String.join(" ", spec.usageMessage().description())
                .replace("%n", "")
                .strip();
        String lists = parameters(spec) + (isGroup ? "" : options(spec));
        return title + description + "\n\n" + (lists.isEmpty() ? "" : lists + "\n");
    }

    private static String synopsis(PositionalParamSpec parameter) {
        return " " + (parameter.required() ? parameter.paramLabel() : "[" + parameter.paramLabel() + "]");
    }

    private static String parameters(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .map(parameter ->
                        "- `" + parameter.paramLabel() + "`: " + String.join(" ", parameter.description()) + "\n")
                .collect(Collectors.joining());
    }

    /** Its own; those of every command are listed once. */
    private static String options(CommandSpec spec) {
        return options(spec.options().stream().filter(option -> spec.parent() == null || !option.inherited()));
    }

    private static String options(Stream<OptionSpec> options) {
        return options.filter(option -> !EVERYWHERE.contains(option.longestName()))
                .map(option -> "- `" + option.longestName()
                        + (option.typeInfo().isBoolean() ? "" : " " + option.paramLabel()) + "`: "
                        + String.join(" ", option.description()).replace("${COMPLETION-CANDIDATES}", "table, json")
                        + "\n")
                .collect(Collectors.joining());
    }
}
