package dev.grantkeep.adapter.cli.program;

import dev.grantkeep.application.port.Clock;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param environment the variables of the process
 * @param terminal whether somebody watches {@code err}
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Clock clock,
        Program program) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** A variable; empty if it is not set, or set to nothing. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The variables may be secrets. */
    @Override
    public String toString() {
        return "Surroundings[hidden]";
    }
}
