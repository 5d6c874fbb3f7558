package dev.grantkeep.adapter.cli.server;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Surroundings;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the server is: as an option says, else {@value #URL}, else here on the port that a server here would have. */
public final class Address {
    public static final String URL = "GRANTKEEP_URL";

    private static final String PORT = "MICRONAUT_SERVER_PORT";
    private static final String UNENCRYPTED = "GRANTKEEP_ALLOW_UNENCRYPTED_REMOTE";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Address() {}

    /**
     * The address, without a path.
     *
     * @throws CommandFailed if it is none, or one to which secrets would go unencrypted
     */
    public static URI of(@Nullable String option, Surroundings around) {
        String text = option == null ? around.variable(URL).orElseGet(() -> here(around)) : option;
        URI uri = parsed(text);
        boolean isPlain = uri.getScheme().equalsIgnoreCase("http");
        if (isPlain && !isHere(uri) && !allowsPlain(around)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "Credentials would go unencrypted to " + uri.getHost() + ": use https, or set " + UNENCRYPTED
                            + "=true if something in between encrypts.");
        }
        return uri;
    }

    /** Whether the server is on this machine. */
    public static boolean isHere(URI address) {
        return LOOPBACK.contains(address.getHost());
    }

    private static String here(Surroundings around) {
        String port = around.variable(PORT).filter(value -> !value.equals("-1")).orElse("8080");
        return "http://127.0.0.1:" + port;
    }

    private static boolean allowsPlain(Surroundings around) {
        return around.variable(UNENCRYPTED).filter("true"::equals).isPresent();
    }

    private static URI parsed(String text) {
        try {
            URI uri = URI.create(text.strip());
            if (isUsable(uri)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new CommandFailed(
                ExitCode.USAGE, "'" + text + "' is not an address of a server, such as http://127.0.0.1:8080.");
    }

    private static boolean isUsable(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null;
    }
}
