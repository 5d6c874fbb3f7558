package dev.grantkeep.application.usecase.flow;

import java.net.URI;
import java.net.URISyntaxException;

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

    static boolean isValid(String text) {
        return isAbsolute(text) && !hasFragment(text);
    }
}
