package dev.grantkeep.domain.service;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.value.Attributes;
import dev.grantkeep.domain.value.Members;

/**
 * What a service asks of authorization requests.
 *
 * @param pkceRequired every request has a code challenge (RFC 7636)
 * @param pkceS256Required a code challenge has the method S256
 * @param scopeRequired a request that ends up with no scope is refused
 * @param issSuppressed responses carry no {@code iss} (RFC 9207)
 * @param loopbackPortVariable the port of a loopback redirect URI may differ (RFC 8252 section 7.3)
 * @param parRequired every request has been pushed (RFC 9126 section 5)
 * @param parDuration how long a pushed request can be used
 * @param responseDuration how long a response is good that is a JWT (JARM section 2.1)
 * @param newRedirectUrisPushed whether a confidential client may push a request with a redirect URI that is not
 *     registered (RFC 9126 section 2.4)
 */
public record AuthorizationPolicy(
        boolean pkceRequired,
        boolean pkceS256Required,
        boolean scopeRequired,
        boolean issSuppressed,
        boolean loopbackPortVariable,
        boolean parRequired,
        TokenDuration parDuration,
        TokenDuration responseDuration,
        boolean newRedirectUrisPushed) {
    /** A service attribute: {@code true} lets confidential clients push redirect URIs that are not registered. */
    public static final String NEW_REDIRECT_URIS_PUSHED = "grantkeep.par.unregistered_redirect_uris";

    /** How long a pushed request can be used where the service does not say. */
    public static final TokenDuration DEFAULT_PAR_DURATION = TokenDuration.ofSeconds(600);

    /** How long a response that is a JWT is good where the service does not say. */
    public static final TokenDuration DEFAULT_RESPONSE_DURATION = TokenDuration.ofSeconds(600);

    static AuthorizationPolicy of(Members members, Attributes attributes) {
        return new AuthorizationPolicy(
                members.flag("pkceRequired"),
                members.flag("pkceS256Required"),
                members.flag("scopeRequired"),
                members.flag("issSuppressed"),
                members.flag("loopbackRedirectionUriVariable"),
                members.flag("parRequired"),
                Durations.orElse(members, "pushedAuthReqDuration", DEFAULT_PAR_DURATION),
                Durations.orElse(members, "authorizationResponseDuration", DEFAULT_RESPONSE_DURATION),
                attributes.flag(NEW_REDIRECT_URIS_PUSHED));
    }
}
