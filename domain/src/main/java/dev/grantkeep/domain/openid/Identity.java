package dev.grantkeep.domain.openid;

import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Members;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a code and its token know of the user and of the claims that were asked for and allowed. A refresh keeps it.
 *
 * @param sub what the client knows the user by, if that is not the subject (OpenID Connect Core section 8.1)
 * @param consentedClaims the names of the claims that the user allowed; empty is none, or not said
 * @param idTokenClaims the names that the request asked for within the ID token
 * @param userInfo the claims that the request asked for at the userinfo endpoint
 * @param accessTokenClaims further claims of access tokens that are JWTs
 * @param told what the authorization server told of the user, for the userinfo endpoint of the ready front; empty without one
 */
public record Identity(
        @Nullable String sub,
        List<String> consentedClaims,
        List<String> idTokenClaims,
        RequestedClaims userInfo,
        Members accessTokenClaims,
        Members told) {
    public static final Identity UNKNOWN =
            new Identity(null, List.of(), List.of(), RequestedClaims.NONE, Members.NONE, Members.NONE);

    public Identity {
        consentedClaims = List.copyOf(consentedClaims);
        idTokenClaims = List.copyOf(idTokenClaims);
    }

    /** Of a token whose access token says these claims where it is a JWT, and of which nothing else is known. */
    public static Identity withClaims(Members accessTokenClaims) {
        return accessTokenClaims.equals(Members.NONE)
                ? UNKNOWN
                : new Identity(null, List.of(), List.of(), RequestedClaims.NONE, accessTokenClaims, Members.NONE);
    }

    /** The same, of a request with this login. */
    public Identity of(Login login) {
        return new Identity(sub, consentedClaims, login.idTokenClaims(), login.userInfo(), accessTokenClaims, told);
    }

    /** The same where it was said what the user allowed; else that is what these scopes ask for and what is told. */
    public Identity allowing(ScopeSet scopes, Collection<String> names) {
        return consentedClaims.isEmpty()
                ? new Identity(
                        sub,
                        ClaimNames.forUserInfo(scopes, List.copyOf(names)),
                        idTokenClaims,
                        userInfo,
                        accessTokenClaims,
                        told)
                : this;
    }

    /** The same, where this was told of the user. */
    public Identity telling(Members claims) {
        return new Identity(sub, consentedClaims, idTokenClaims, userInfo, accessTokenClaims, claims);
    }
}
