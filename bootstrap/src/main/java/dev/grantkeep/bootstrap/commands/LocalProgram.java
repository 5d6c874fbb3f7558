package dev.grantkeep.bootstrap.commands;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Configuration;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.Dead;
import dev.grantkeep.adapter.cli.program.Program;
import dev.grantkeep.bootstrap.Grantkeep;
import dev.grantkeep.bootstrap.start.StartupFailure;
import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What this build of Grantkeep can do without a running server. */
final class LocalProgram implements Program {
    private final Map<String, String> variables;

    LocalProgram(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public String version() {
        return Objects.requireNonNullElse(LocalProgram.class.getPackage().getImplementationVersion(), "(not packed)");
    }

    @Override
    public Configuration configuration() {
        try {
            return in(environment -> {
                EffectiveSettings settings = new EffectiveSettings(environment, variables);
                String refusal = refusal(environment);
                return new Configuration(
                        settings.list(), KnownVariables.unknown(variables.keySet(), settings.withDefault()), refusal);
            });
        } catch (RuntimeException e) {
            return new Configuration(List.of(), Map.of(), line(e));
        }
    }

    @Override
    public DatabaseReport database() {
        return in(environment -> database(environment).look());
    }

    @Override
    public DatabaseReport migrate() {
        return in(environment -> database(environment).migrate());
    }

    @Override
    public List<Dead> dead() {
        return LocalSweep.run(LocalSweep::dead);
    }

    @Override
    public long sweep(LongConsumer told) {
        return LocalSweep.run(sweep -> sweep.sweep(told));
    }

    @Override
    public List<String> dataDirectoryTroubles() {
        return DirectoryCheck.troubles(dataDirectory());
    }

    @Override
    public Path dataDirectory() {
        return in(environment -> Path.of(environment.getRequiredProperty("grantkeep.data-directory", String.class)));
    }

    private static <T> T in(Function<Environment, T> work) {
        try (ApplicationContext context = Grantkeep.configured()) {
            return work.apply(context.getEnvironment());
        } catch (StartupRefused refused) {
            throw new CommandFailed(ExitCode.CONFIGURATION, line(refused), refused);
        }
    }

    private static LocalDatabase database(Environment environment) {
        Grantkeep.check(environment);
        return LocalDatabase.in(environment);
    }

    private static @Nullable String refusal(Environment environment) {
        try {
            Grantkeep.check(environment);
            return null;
        } catch (StartupRefused e) {
            return line(e);
        }
    }

    private static String line(RuntimeException e) {
        return StartupFailure.explain(e).orElse(e.toString());
    }
}
