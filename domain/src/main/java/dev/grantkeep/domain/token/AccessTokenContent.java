package dev.grantkeep.domain.token;

import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says that is a JWT (RFC 9068 section 2.2, contract 3.7): what its record says when it is made. The
 * record may change afterwards, and is what counts.
 *
 * @param record as it counts
 * @param value the access token of the record: its {@code jti}, by which the record is found
 * @param authorizationDetails those of the record as clients see them (RFC 9396 section 9.1); empty is none
 */
public record AccessTokenContent(
        Service service, TokenRecord record, TokenValue value, List<Members> authorizationDetails) {
    /** {@code typ} of the header (RFC 9068 section 2.1). */
    public static final String TYPE = "at+jwt";

    /** The claims that nobody else says, whether or not they are there. */
    private static final Set<String> RESERVED = Set.of(
            "iss",
            "sub",
            "exp",
            "iat",
            "jti",
            "client_id",
            "scope",
            "cnf",
            "authorization_details",
            "grant_id",
            "grant",
            "grant_type");

    /** Claims that have a meaning and a form of their own, which a property does not take over. */
    private static final Set<String> REGISTERED = Set.of("aud", "nbf", "acr", "auth_time", "amr", "act", "may_act");

    public AccessTokenContent {
        authorizationDetails = List.copyOf(authorizationDetails);
    }

    /**
     * The claims: those of the protocol; then those that the authorization server gave for it, as far as they are not said;
     * then the properties that the client may see.
     *
     * @param issuedAt when the token was issued, which may be before the JWT is made
     */
    public Members claims(Instant issuedAt) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", service.settings().issuer());
        claims.put("sub", record.subject() == null ? null : record.subject().value());
        putUnlessEmpty(claims, "aud", record.details().targets().ofAccessToken());
        claims.put("exp", record.access().expiresAt().getEpochSecond());
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("jti", value.value());
        claims.put("client_id", record.client().toString());
        claims.put("scope", record.scopes().isEmpty() ? null : record.scopes().toString());
        claims.put("grant_type", record.grantType().wireName());
        UserAuthentication user = record.details().authentication();
        putUnlessEmpty(claims, "acr", user.acr());
        putUnlessEmpty(claims, "auth_time", user.authTime());
        putUnlessEmpty(claims, "authorization_details", authorizationDetails);
        addThoseOfOthers(claims);
        return Members.of(claims);
    }

    private void addThoseOfOthers(Map<String, @Nullable Object> claims) {
        record.details().identity().accessTokenClaims().tree().forEach((name, given) -> {
            if (!RESERVED.contains(name)) {
                claims.putIfAbsent(name, given);
            }
        });
        record.properties()
                .visible()
                .filter(property -> !RESERVED.contains(property.key()) && !REGISTERED.contains(property.key()))
                .forEach(property -> claims.putIfAbsent(property.key(), property.value()));
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null && !List.of().equals(value)) {
            claims.put(name, value);
        }
    }
}
