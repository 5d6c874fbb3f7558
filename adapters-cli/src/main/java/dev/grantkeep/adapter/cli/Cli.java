package dev.grantkeep.adapter.cli;

import dev.grantkeep.adapter.cli.command.ClientCommands;
import dev.grantkeep.adapter.cli.command.CompletionCommand;
import dev.grantkeep.adapter.cli.command.ConfigCommand;
import dev.grantkeep.adapter.cli.command.DoctorCommand;
import dev.grantkeep.adapter.cli.command.ExitCodes;
import dev.grantkeep.adapter.cli.command.GlobalOptions;
import dev.grantkeep.adapter.cli.command.GrantCommands;
import dev.grantkeep.adapter.cli.command.HealthCommand;
import dev.grantkeep.adapter.cli.command.MigrateCommand;
import dev.grantkeep.adapter.cli.command.OpenApiCommand;
import dev.grantkeep.adapter.cli.command.ServeCommand;
import dev.grantkeep.adapter.cli.command.ServiceCommands;
import dev.grantkeep.adapter.cli.command.SweepCommand;
import dev.grantkeep.adapter.cli.command.TokenCommands;
import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.imports.ImportCommands;
import dev.grantkeep.adapter.cli.program.Surroundings;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command that arguments name. */
public final class Cli {
    private static final String[] FOOTER = {
        "",
        "Without a command, and with settings such as -micronaut.server.port=9090, the server starts.",
        "The codes with which commands end: 'grantkeep help exit-codes'."
    };

    private final Surroundings around;

    public Cli(Surroundings around) {
        this.around = around;
    }

    /** Runs it to its end; says with which code the process is to end. */
    public int run(String... args) {
        int code = commands().execute(args);
        around.out().flush();
        around.err().flush();
        return code;
    }

    /** All commands with their options. */
    public CommandLine commands() {
        GlobalOptions global = new GlobalOptions(around);
        CommandLine root = new CommandLine(new Root(global))
                .addSubcommand(new HelpCommand())
                .addSubcommand(exitCodes(global))
                .addSubcommand(new ServeCommand())
                .addSubcommand(new ServiceCommands(global))
                .addSubcommand(new ClientCommands(global))
                .addSubcommand(new GrantCommands(global))
                .addSubcommand(new TokenCommands(global))
                .addSubcommand(new HealthCommand(global))
                .addSubcommand(new DoctorCommand(global))
                .addSubcommand(new ConfigCommand(global))
                .addSubcommand(new MigrateCommand(global))
                .addSubcommand(new SweepCommand(global))
                .addSubcommand(new OpenApiCommand(global))
                .addSubcommand(new CompletionCommand(global))
                .addSubcommand(new ImportCommands(global));
        root.getCommandSpec()
                .version("Grantkeep " + around.program().version())
                .usageMessage()
                .footer(FOOTER);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(around.out(), true))
                .setErr(new PrintWriter(around.err(), true))
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    }

    private static CommandLine exitCodes(GlobalOptions global) {
        CommandLine command = new CommandLine(new ExitCodes(global));
        command.getCommandSpec().usageMessage().footer(ExitCodes.lines().toArray(String[]::new));
        return command;
    }

    private int misused(ParameterException wrong, String[] args) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        around.err()
                .println(oneLine(wrong.getMessage()).replaceFirst("^Error: ", "") + meant(wrong) + " See '" + command
                        + " --help'.");
        return ExitCode.USAGE.number();
    }

    private static String meant(ParameterException wrong) {
        List<String> unknown =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getUnmatched() : List.of();
        return Meant.by(unknown, wrong.getCommandLine().getCommandSpec())
                .map(name -> ". Did you mean " + name + "?")
                .orElse(".");
    }

    private int failed(Exception failure) {
        if (failure instanceof CommandFailed known) {
            around.err().println(oneLine(known.line()));
            return known.code().number();
        }
        around.err().println("This is an error in Grantkeep itself: " + oneLine(failure.toString()));
        return ExitCode.DEFECT.number();
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
