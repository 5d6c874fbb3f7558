package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.TokenRefusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

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

    /** Why these cannot be the targets of a token that was granted for the others, or for any if there are none. */
    static Optional<TokenRefusal> refusal(List<String> asked, List<String> granted) {
        if (!asked.stream().allMatch(Resources::isValid)) {
            return Optional.of(TokenRefusal.MALFORMED_RESOURCE);
        }
        return granted.isEmpty() || granted.containsAll(asked)
                ? Optional.empty()
                : Optional.of(TokenRefusal.EXCESSIVE_RESOURCE);
    }

    static boolean isValid(String text) {
        return isAbsolute(text) && !hasFragment(text);
    }
}
