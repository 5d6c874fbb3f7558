package dev.grantkeep.adapter.cli;

import dev.grantkeep.adapter.cli.command.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The program itself. */
@Command(
        name = "grantkeep",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Keeps the tokens and grants of an OAuth 2.0 authorization server.")
final class Root {
    @Mixin
    private final GlobalOptions global;

    Root(GlobalOptions global) {
        this.global = global;
    }
}
