package dev.grantkeep.bootstrap.start;

import dev.grantkeep.application.port.StoreUnavailable;
import java.net.BindException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Explains, in one line, a failed start that its configuration or surroundings are to blame for. */
public final class StartupFailure {
    private static final int H2_FILE_IN_USE = 90020;

    /** How Micronaut says that a setting's value is not of its type. */
    private static final Pattern SETTING = Pattern.compile("Error resolving property value \\[([^]]+)]\\. (.+)");

    private StartupFailure() {}

    /** The line; empty if the failure is none of those, and so a defect whose stack trace is needed. */
    public static Optional<String> explain(Throwable failure) {
        return causes(failure)
                .map(StartupFailure::line)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case StartupRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
            case BindException bind ->
                Optional.of("The address or port to listen on cannot be had (" + bind.getMessage()
                        + "): MICRONAUT_SERVER_PORT and MICRONAUT_SERVER_HOST choose others.");
            case SQLException sql -> Optional.of(database(sql));
            case StoreUnavailable store -> Optional.of("The example data cannot be made: " + store.getMessage() + ".");
            case ClosedChannelException closed ->
                Optional.of(
                        "The server cannot listen as it is configured. For TLS it needs a key store that can be read:"
                                + " MICRONAUT_SERVER_SSL_KEY_STORE_PATH, _TYPE and _PASSWORD.");
            default -> setting(String.valueOf(cause.getMessage()));
        };
    }

    private static Optional<String> setting(String message) {
        Matcher matcher = SETTING.matcher(message);
        return matcher.find()
                ? Optional.of("The setting " + matcher.group(1) + " cannot be used: " + matcher.group(2))
                : Optional.empty();
    }

    private static String database(SQLException e) {
        if (e.getErrorCode() == H2_FILE_IN_USE) {
            return "The database file is in use by another process; is Grantkeep running already?";
        }
        return "The database at DATASOURCES_DEFAULT_URL cannot be used: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
