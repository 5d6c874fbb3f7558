package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.service.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which redirect URI a request uses (RFC 6749 section 3.1.2; compared as RFC 9700 section 2.1 says). */
final class RedirectUris {
    private RedirectUris() {}

    /**
     * The choice.
     *
     * @param uri the URI, or what was asked for
     * @param given whether the request named it
     * @param refusal why it cannot be used; null if it can
     */
    record Choice(String uri, boolean given, @Nullable AuthorizationRefusal refusal) {}

    static Choice choose(Parameters parameters, Service service, Client client, RequestOrigin origin) {
        List<String> asked = parameters.values("redirect_uri");
        if (asked.isEmpty()) {
            return onlyRegistered(client.settings().redirectUris());
        }
        String uri = asked.get(0);
        boolean registered = client.settings().redirectUris().stream()
                .anyMatch(known ->
                        known.matches(uri, service.settings().authorization().loopbackPortVariable()));
        return new Choice(
                uri,
                true,
                registered || mayBeNew(uri, service, client, origin)
                        ? null
                        : AuthorizationRefusal.REDIRECT_URI_NOT_REGISTERED);
    }

    /** Where the service wants it so, who has authenticated to push a request may name another (RFC 9126 section 2.4). */
    private static boolean mayBeNew(String uri, Service service, Client client, RequestOrigin origin) {
        return origin.pushed()
                && client.settings().type() == ClientType.CONFIDENTIAL
                && service.settings().authorization().newRedirectUrisPushed()
                && isUsable(uri, service);
    }

    private static boolean isUsable(String uri, Service service) {
        try {
            return new RedirectUri(uri).isSafe() || service.settings().insecureRedirectUrisAllowed();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Choice onlyRegistered(List<RedirectUri> registered) {
        return registered.size() == 1
                ? new Choice(registered.get(0).value(), false, null)
                : new Choice("", false, AuthorizationRefusal.NO_REDIRECT_URI);
    }
}
