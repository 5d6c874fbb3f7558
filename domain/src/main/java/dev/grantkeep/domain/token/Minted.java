package dev.grantkeep.domain.token;

import org.jspecify.annotations.Nullable;

/**
 * A token to be stored.
 *
 * @param single whether it is to be the only one of its grant: then it carries a generation of its own, lives once the
 *     grant has moved to that, and ends all older ones by it
 */
public record Minted(IssuedToken token, boolean single) {
    /** The same, and its client gets the access token as this; null is the value itself. */
    public Minted as(@Nullable AccessJwt jwt) {
        return new Minted(token.as(jwt), single);
    }
}
