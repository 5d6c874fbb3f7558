package dev.grantkeep.adapter.rest.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a call, as far as it matters to whoever runs the server: whose fault it is if it was not answered. */
public enum CallOutcome {
    OK,
    /** The no of the protocol to a client or its user, such as a wrong redirect URI or a used code. */
    CLIENT_ERROR,
    /** The call itself was wrong: a parameter, a path, an entity that does not exist. */
    CALLER_ERROR,
    /** The caller has shown no credentials, or wrong ones. */
    UNAUTHORIZED,
    /** The store did not answer, or there was too much to do; to try again helps. */
    UNAVAILABLE,
    SERVER_ERROR;

    /** Where the digit stands in a code of the letter A and six digits. */
    private static final int DIGIT = 4;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As logs and metrics show it. */
    public String label() {
        return label;
    }

    /**
     * The outcome of an answer of the API.
     *
     * @param resultCode its code, in which a digit says whose fault it is; null if it has none
     */
    public static CallOutcome of(int status, @Nullable String resultCode) {
        if (resultCode == null || resultCode.length() <= DIGIT || saysEnough(status)) {
            return of(status);
        }
        return switch (resultCode.charAt(DIGIT)) {
            case '1' -> SERVER_ERROR;
            case '2' -> CALLER_ERROR;
            case '3' -> CLIENT_ERROR;
            default -> of(status);
        };
    }

    private static boolean saysEnough(int status) {
        return status == 401 || status == 503;
    }

    /** The outcome of any other answer. */
    public static CallOutcome of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 503 -> UNAVAILABLE;
            default -> status < 400 ? OK : status < 500 ? CALLER_ERROR : SERVER_ERROR;
        };
    }
}
