package dev.grantkeep.domain.client;

import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.value.Members;
import java.util.List;

/**
 * What a client is registered with about its request objects (RFC 9101, OpenID Connect Registration section 2).
 *
 * @param form how they are signed and encrypted; where nothing is said, by whatever is offered
 * @param uris where they may be, if they are not in the request itself; some have a fragment
 * @param required whether an authorization request without one is refused
 * @param encryptionRequired whether one that did not come by a pushed request has to be encrypted
 * @param algorithmMatches whether {@code alg} of an encrypted one has to be the registered one
 * @param contentMatches the same of {@code enc}
 */
public record ClientRequestObjects(
        JwtForm form,
        List<String> uris,
        boolean required,
        boolean encryptionRequired,
        boolean algorithmMatches,
        boolean contentMatches) {
    static ClientRequestObjects of(Members members) {
        return new ClientRequestObjects(
                JwtForm.of(members, "request"),
                members.texts("requestUris"),
                members.demands("requestObjectRequired"),
                members.demands("frontChannelRequestObjectEncryptionRequired"),
                members.demands("requestObjectEncryptionAlgMatchRequired"),
                members.demands("requestObjectEncryptionEncMatchRequired"));
    }

    /** Whether one may be there, which is compared letter by letter but for fragments (OpenID Connect Core section 6.2). */
    public boolean isRegistered(String uri) {
        String place = withoutFragment(uri);
        return uris.stream().map(ClientRequestObjects::withoutFragment).anyMatch(place::equals);
    }

    private static String withoutFragment(String uri) {
        return uri.split("#", 2)[0];
    }
}
