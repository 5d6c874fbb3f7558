package dev.grantkeep.domain.authorization;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Target resources (RFC 8707 section 2): absolute URIs without a fragment. */
public final class Resources {
    private Resources() {}

    public static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    public static boolean hasFragment(String text) {
        return text.indexOf('#') >= 0;
    }

    /** Those that a request names, each once. */
    public static List<String> of(Parameters parameters) {
        return parameters.values("resource").stream().distinct().toList();
    }

    /** Whether one that a request names is no target resource at all. */
    public static boolean areMalformed(Parameters parameters) {
        return !of(parameters).stream().allMatch(Resources::isValid);
    }

    public static boolean isValid(String text) {
        return isAbsolute(text) && !hasFragment(text);
    }
}
