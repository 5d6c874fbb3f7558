package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;

/**
 * What a service asks of authorization requests.
 *
 * @param pkceRequired every request has a code challenge (RFC 7636)
 * @param pkceS256Required a code challenge has the method S256
 * @param scopeRequired a request that ends up with no scope is refused
 * @param issSuppressed responses carry no {@code iss} (RFC 9207)
 * @param loopbackPortVariable the port of a loopback redirect URI may differ (RFC 8252 section 7.3)
 */
public record AuthorizationPolicy(
        boolean pkceRequired,
        boolean pkceS256Required,
        boolean scopeRequired,
        boolean issSuppressed,
        boolean loopbackPortVariable) {
    static AuthorizationPolicy of(Members members) {
        return new AuthorizationPolicy(
                members.flag("pkceRequired"),
                members.flag("pkceS256Required"),
                members.flag("scopeRequired"),
                members.flag("issSuppressed"),
                members.flag("loopbackRedirectionUriVariable"));
    }
}
