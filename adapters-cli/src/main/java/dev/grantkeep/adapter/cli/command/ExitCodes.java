package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Table;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;

/** The codes with which commands end: what they mean is in their help too. */
@Command(name = "exit-codes", description = "What the exit codes of the commands mean.")
public final class ExitCodes implements Runnable {
    private final GlobalOptions global;

    public ExitCodes(GlobalOptions global) {
        this.global = global;
    }

    @Override
    public void run() {
        lines().forEach(global.output()::line);
    }

    /** A line for each code. */
    public static List<String> lines() {
        Table table = new Table("CODE", "MEANING");
        Arrays.stream(ExitCode.values()).forEach(code -> table.row(code.number(), code.meaning()));
        return table.lines();
    }
}
