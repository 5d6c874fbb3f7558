package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ResponseType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a response goes back (OAuth 2.0 Multiple Response Type Encoding Practices, section 2.1). */
final class ResponseModes {
    private ResponseModes() {}

    /** The mode, or the response type's default if the asked one cannot be used. */
    record Choice(ResponseMode mode, boolean isValid) {}

    static Choice choose(Parameters parameters, ResponseType type) {
        boolean front = type.includesToken() || type.includesIdToken();
        ResponseMode standard = front ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
        Optional<String> asked = parameters.value("response_mode");
        return asked.isEmpty() || parameters.isRepeated("response_mode")
                ? new Choice(standard, true)
                : choose(asked.get(), front, standard);
    }

    /** Whether the client may have its responses so: some name the modes that they take. */
    static boolean isAllowed(ResponseMode mode, Client client) {
        List<String> allowed = client.settings().requests().responseModes();
        return allowed.isEmpty() || allowed.contains(wireName(mode));
    }

    static String wireName(ResponseMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** What carries a token must not be in a query, where servers log it. */
    private static Choice choose(String asked, boolean front, ResponseMode standard) {
        return switch (asked) {
            case "query" -> new Choice(standard, !front);
            case "fragment" -> new Choice(ResponseMode.FRAGMENT, true);
            case "form_post" -> new Choice(ResponseMode.FORM_POST, true);
            default -> new Choice(standard, false);
        };
    }
}
