package dev.grantkeep.domain.authorization;

import org.jspecify.annotations.Nullable;

/**
 * Where an authorization response goes, once the client and its redirect URI are known to be right.
 *
 * @param redirectUri as the client asked for it
 * @param redirectUriGiven whether the request named it; then the token request must name it too
 * @param state what the client wants back with the response
 */
public record ResponseTarget(
        String redirectUri,
        boolean redirectUriGiven,
        ResponseMode mode,
        @Nullable String state) {}
