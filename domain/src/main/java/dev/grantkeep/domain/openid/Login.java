package dev.grantkeep.domain.openid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization request says about the login, as far as its tokens need it.
 *
 * @param nonce goes into the ID token as it is (OpenID Connect Core section 3.1.2.1)
 * @param idTokenClaims the names that {@code claims} asks for within the ID token
 * @param userInfo the claims that it asks for at the userinfo endpoint
 */
public record Login(@Nullable String nonce, List<String> idTokenClaims, RequestedClaims userInfo) {
    public static final Login NONE = new Login(null, List.of(), RequestedClaims.NONE);

    public Login {
        idTokenClaims = List.copyOf(idTokenClaims);
    }
}
