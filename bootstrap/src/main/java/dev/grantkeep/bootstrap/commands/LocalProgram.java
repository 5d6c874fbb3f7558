package dev.grantkeep.bootstrap.commands;

import dev.grantkeep.adapter.cli.program.Program;
import java.util.Objects;

/** What this build of Grantkeep can do without a running server. */
final class LocalProgram implements Program {
    @Override
    public String version() {
        return Objects.requireNonNullElse(LocalProgram.class.getPackage().getImplementationVersion(), "(not packed)");
    }
}
