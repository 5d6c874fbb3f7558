package dev.grantkeep.domain.client;

import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Locale;

/**
 * What a client's authorization requests may and must hold, and what is meant where they say nothing. A list that is
 * empty restricts nothing.
 *
 * @param pkceRequired every request has a code challenge (RFC 7636)
 * @param pkceS256Required a code challenge has the method S256
 * @param parRequired every request has been pushed (RFC 9126 section 6)
 * @param responseModes the values of {@code response_mode} that a response may have
 * @param authorizationDetailsTypes the types of {@code authorization_details} that a request may have
 * @param defaultMaxAge seconds since the user's authentication, 0 is not set
 * @param defaultAcrs the authentication contexts that it wishes for where a request names none
 */
public record ClientRequests(
        boolean pkceRequired,
        boolean pkceS256Required,
        boolean parRequired,
        List<String> responseModes,
        List<String> authorizationDetailsTypes,
        int defaultMaxAge,
        List<String> defaultAcrs) {
    static ClientRequests of(Members members) {
        return new ClientRequests(
                members.flag("pkceRequired"),
                members.flag("pkceS256Required"),
                members.flag("parRequired"),
                members.texts("responseModes").stream()
                        .map(ClientRequests::wireName)
                        .toList(),
                members.texts("authorizationDetailsTypes"),
                Math.toIntExact(members.whole("defaultMaxAge")),
                members.texts("defaultAcrs"));
    }

    private static String wireName(String mode) {
        return mode.toLowerCase(Locale.ROOT).replace("_jwt", ".jwt");
    }
}
