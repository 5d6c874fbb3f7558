package dev.grantkeep.domain.openid;

import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.OpenIdPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names of claims: which ones a scope asks for, and which ones only the issuer sets. */
public final class ClaimNames {
    /** The claims of an ID token that say what it is and how its user logged in (OpenID Connect Core sections 2 and 3.3.2.11). */
    private static final Set<String> OF_THE_PROTOCOL = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "acr",
            "amr",
            "azp",
            "sid",
            "at_hash",
            "c_hash",
            "s_hash");

    private static final Map<ScopeName, List<String>> OF_SCOPES = ofScopes();

    private ClaimNames() {}

    /** Those that these scopes ask for (OpenID Connect Core section 5.4). */
    public static Stream<String> of(ScopeSet scopes) {
        return OF_SCOPES.entrySet().stream()
                .filter(scope -> scopes.contains(scope.getKey()))
                .flatMap(scope -> scope.getValue().stream());
    }

    /** Those that the scopes ask for, then those that are requested one by one; without those of the protocol. */
    public static List<String> of(ScopeSet scopes, List<String> requested) {
        return Stream.concat(of(scopes), requested.stream())
                .filter(name -> !OF_THE_PROTOCOL.contains(name))
                .distinct()
                .toList();
    }

    /**
     * Those for the ID token of a request; none without {@code openid}.
     *
     * @param type with an access token, the userinfo endpoint has the claims of scopes (OpenID Connect Core section 5.4)
     */
    public static List<String> forIdToken(OpenIdPolicy policy, ResponseType type, ScopeSet scopes, AskedClaims asked) {
        boolean elsewhere = policy.claimsNeedNoAccessToken() && (type.includesCode() || type.includesToken());
        return scopes.contains(ScopeName.OPENID)
                ? of(elsewhere ? ScopeSet.EMPTY : scopes, asked.idToken().names())
                : List.of();
    }

    /** Those for the userinfo endpoint; none without {@code openid}. */
    public static List<String> forUserInfo(ScopeSet scopes, List<String> asked) {
        return scopes.contains(ScopeName.OPENID) ? of(scopes, asked) : List.of();
    }

    private static Map<ScopeName, List<String>> ofScopes() {
        Map<ScopeName, List<String>> claims = new LinkedHashMap<>();
        claims.put(
                new ScopeName("profile"),
                List.of(
                        "name",
                        "family_name",
                        "given_name",
                        "middle_name",
                        "nickname",
                        "preferred_username",
                        "profile",
                        "picture",
                        "website",
                        "gender",
                        "birthdate",
                        "zoneinfo",
                        "locale",
                        "updated_at"));
        claims.put(new ScopeName("email"), List.of("email", "email_verified"));
        claims.put(new ScopeName("address"), List.of("address"));
        claims.put(new ScopeName("phone"), List.of("phone_number", "phone_number_verified"));
        return claims;
    }
}
