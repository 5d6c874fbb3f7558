package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.commands.OperatorCommands;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Serves, or runs the command that the arguments name. Without arguments, with {@code serve} or with settings such as
 * {@code -micronaut.server.port=9090} it serves, and no class of the commands is loaded.
 */
public final class Application {
    private static final String SERVE = "serve";

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    /** Options that may stand before a command; no setting has such a name. */
    private static final Set<String> BEFORE_A_COMMAND =
            Set.of("--url", "--credentials", "--data-directory", "--output");

    private Application() {}

    public static void main(String[] args) {
        if (serves(args)) {
            Serving.start(settings(args));
        } else {
            System.exit(OperatorCommands.run(new SystemClock(), args));
        }
    }

    private static boolean serves(String... args) {
        if (args.length == 0) {
            return true;
        }
        boolean wantsHelp = Arrays.stream(args).anyMatch(HELP::contains);
        return !wantsHelp && (args[0].equals(SERVE) || isSetting(args[0]));
    }

    private static boolean isSetting(String argument) {
        String name = argument.replaceFirst("=.*", "");
        return name.startsWith("-") && !BEFORE_A_COMMAND.contains(name);
    }

    private static String[] settings(String... args) {
        List<String> all = List.of(args);
        return (all.isEmpty() || !all.getFirst().equals(SERVE) ? all : all.subList(1, all.size()))
                .toArray(String[]::new);
    }
}
