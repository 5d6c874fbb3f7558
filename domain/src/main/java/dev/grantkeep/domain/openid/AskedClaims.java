package dev.grantkeep.domain.openid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameter {@code claims} asks for (OpenID Connect Core section 5.5).
 *
 * @param idToken its member {@code id_token}
 * @param userInfo its member {@code userinfo}
 * @param transformed the JSON text of its member {@code transformed_claims}
 * @param acrs the authentication contexts that it asks for, the most wanted first
 * @param acrIsEssential whether no other context will do
 * @param subject the only user that will do; null is any
 */
public record AskedClaims(
        RequestedClaims idToken,
        RequestedClaims userInfo,
        @Nullable String transformed,
        List<String> acrs,
        boolean acrIsEssential,
        @Nullable String subject) {
    public static final AskedClaims NONE =
            new AskedClaims(RequestedClaims.NONE, RequestedClaims.NONE, null, List.of(), false, null);

    public AskedClaims {
        acrs = List.copyOf(acrs);
    }
}
