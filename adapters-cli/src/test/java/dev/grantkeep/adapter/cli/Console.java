package dev.grantkeep.adapter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Configuration;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.Dead;
import dev.grantkeep.adapter.cli.program.Program;
import dev.grantkeep.adapter.cli.program.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** What somebody types and sees. */
final class Console {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";

    Console with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Console typing(String text) {
        in = text;
        return this;
    }

    /** Runs a command; its words stand between blanks. */
    int run(String command) {
        return cli().run(command.split(" "));
    }

    Cli cli() {
        return new Cli(new Surroundings(
                environment,
                new ByteArrayInputStream(in.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                () -> NOW,
                new NoProgram()));
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    private static final class NoProgram implements Program {
        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public Configuration configuration() {
            return new Configuration(List.of(), Map.of(), null);
        }

        @Override
        public DatabaseReport database() {
            return new DatabaseReport("a database", DatabaseReport.State.UP_TO_DATE, "1", List.of(), "", null);
        }

        @Override
        public DatabaseReport migrate() {
            throw new AssertionError("nothing is to be done");
        }

        @Override
        public List<Dead> dead() {
            return List.of(
                    new Dead(Dead.Kind.EXPIRED_TOKENS, 100_000, true, NOW.minusSeconds(100_000)),
                    new Dead(Dead.Kind.EXPIRED_STEPS, 0, false, null));
        }

        @Override
        public long sweep(LongConsumer told) {
            told.accept(7);
            throw new CommandFailed(ExitCode.DATABASE, "The database went away.");
        }

        @Override
        public List<String> dataDirectoryTroubles() {
            return List.of();
        }

        @Override
        public Path dataDirectory() {
            return Path.of("data");
        }
    }
}
