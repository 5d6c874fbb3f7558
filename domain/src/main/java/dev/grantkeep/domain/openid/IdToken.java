package dev.grantkeep.domain.openid;

import dev.grantkeep.domain.duration.DurationDecision;

/**
 * An ID token (OpenID Connect Core section 2).
 *
 * @param jwt in the compact form, as the client gets it
 * @param duration how long it lives, and why
 */
public record IdToken(String jwt, DurationDecision duration) {
    /** Without the token. */
    @Override
    public String toString() {
        return "IdToken[" + duration + "]";
    }
}
