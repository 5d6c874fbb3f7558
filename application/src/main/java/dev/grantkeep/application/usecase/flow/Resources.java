package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Target resources (RFC 8707 section 2): absolute URIs without a fragment. */
final class Resources {
    private Resources() {}

    static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    static boolean hasFragment(String text) {
        return text.indexOf('#') >= 0;
    }

    /** Those that a request names, each once. */
    static List<String> of(Parameters parameters) {
        return parameters.values("resource").stream().distinct().toList();
    }

    /** Whether one that a request names is no target resource at all. */
    static boolean areMalformed(Parameters parameters) {
        return !of(parameters).stream().allMatch(Resources::isValid);
    }

    static boolean isValid(String text) {
        return isAbsolute(text) && !hasFragment(text);
    }
}
