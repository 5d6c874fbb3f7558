package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A script by which a shell completes commands and options. */
@Command(
        name = "completion",
        description = {
            "Prints a script for bash or zsh that completes commands and options of a command named grantkeep,",
            "such as an alias of 'java -jar grantkeep.jar'. bash: source <(grantkeep completion bash)"
        })
public final class CompletionCommand implements Runnable {
    private final GlobalOptions global;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private String shell = "";

    public CompletionCommand(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public void run() {
        String script = AutoComplete.bash("grantkeep", spec.root().commandLine());
        switch (shell) {
            case "bash" -> global.output().line(script);
            case "zsh" ->
                global.output()
                        .line("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"
                                + script);
            default ->
                throw new CommandFailed(
                        ExitCode.USAGE, "There is completion for bash and zsh, not for '" + shell + "'.");
        }
    }
}
