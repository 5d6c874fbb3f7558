package dev.grantkeep.bootstrap.commands;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.grantkeep.adapter.cli.Cli;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.application.port.Clock;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Runs commands in this process. */
public final class OperatorCommands {
    private OperatorCommands() {}

    /** Runs the command that the arguments name; says with which code the process is to end. */
    public static int run(Clock clock, String... args) {
        quiet();
        return new Cli(new Surroundings(
                        System.getenv(),
                        System.in,
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err),
                        System.console() != null,
                        clock,
                        new LocalProgram(System.getenv())))
                .run(args);
    }

    /** Whatever a command has to say, it says itself. */
    private static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.getLoggerContext().getLoggerList().forEach(logger -> logger.setLevel(Level.OFF));
        }
    }

    /** Whoever reads the output may go away before its end: a print stream does not mind. */
    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
