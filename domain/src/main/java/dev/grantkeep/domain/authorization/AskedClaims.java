package dev.grantkeep.domain.authorization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameter {@code claims} (OpenID Connect Core section 5.5) says of who may answer.
 *
 * @param acrs the authentication contexts that it asks for, the most wanted first
 * @param acrIsEssential whether no other context will do
 * @param subject the only user that will do; null is any
 */
public record AskedClaims(
        List<String> acrs, boolean acrIsEssential, @Nullable String subject) {
    public static final AskedClaims NONE = new AskedClaims(List.of(), false, null);

    public AskedClaims {
        acrs = List.copyOf(acrs);
    }
}
