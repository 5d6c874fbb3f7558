package dev.grantkeep.adapter.cli.server;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.output.Printable;
import dev.grantkeep.application.document.JsonText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What answers of the API mean to a command. */
final class Answers {
    private static final String CODE = "resultCode";
    private static final String MESSAGE = "resultMessage";
    private static final int NO_CONTENT = 204;

    private Answers() {}

    /**
     * The members of an answer that says yes.
     *
     * @throws CommandFailed if it says no, or is none of Grantkeep's
     */
    static Map<String, Object> read(URI base, Reply reply) {
        if (reply.status() == NO_CONTENT) {
            return Map.of();
        }
        Map<String, Object> members = tree(reply.body()).orElseThrow(() -> foreign(base, reply));
        if (reply.status() / 100 == 2) {
            return members;
        }
        if (!members.containsKey(CODE)) {
            throw foreign(base, reply);
        }
        throw new CommandFailed(code(reply.status()), message(base, reply.status(), members));
    }

    /** Nobody is there, or somebody who does not speak HTTP. */
    static CommandFailed unreachable(URI base, IOException e) {
        boolean nobody =
                e instanceof ConnectException || e instanceof SSLException || e.getCause() instanceof TimeoutException;
        return nobody
                ? new CommandFailed(
                        ExitCode.UNREACHABLE,
                        "No server answers at " + base + " (" + why(e)
                                + "): start it, or say where it is with --url or " + Address.URL + ".",
                        e)
                : new CommandFailed(
                        ExitCode.NOT_GRANTKEEP,
                        "What answers at " + base + " does not speak HTTP as a server does (" + why(e)
                                + "): is the port right?",
                        e);
    }

    static String why(IOException e) {
        if (e instanceof ConnectException) {
            return hasUnknownHost(e) ? "there is no such host" : "nothing listens there";
        }
        return Printable.text(String.valueOf(e.getMessage()));
    }

    private static boolean hasUnknownHost(Throwable e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(UnresolvedAddressException.class::isInstance);
    }

    private static Optional<Map<String, Object>> tree(String body) {
        try {
            return Optional.of(JsonText.read(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CommandFailed foreign(URI base, Reply reply) {
        return new CommandFailed(
                ExitCode.NOT_GRANTKEEP,
                "What answers at " + base + " is not Grantkeep's API (status " + reply.status()
                        + "): is the port right? The address is that of the server, without a path.");
    }

    private static ExitCode code(int status) {
        return switch (status) {
            case 401 -> ExitCode.CREDENTIALS;
            case 403 -> ExitCode.OTHER_TENANT;
            case 404 -> ExitCode.NOT_FOUND;
            default -> status >= 500 ? ExitCode.TROUBLE : ExitCode.REFUSED;
        };
    }

    private static String message(URI base, int status, Map<String, Object> members) {
        String said = Printable.text(String.valueOf(members.getOrDefault(MESSAGE, members.get(CODE))));
        return switch (status) {
            case 401 -> "The server at " + base + " does not take the credentials: " + said;
            case 403 -> "The credentials are not for this service: " + said;
            default -> said;
        };
    }
}
