package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code (RFC 6749 section 4.1): the request that it came from, and what was granted. It carries the
 * standing of the authorization: what is minted from it inherits that, so a revocation beats a racing exchange. It is
 * redeemed once; after that it is kept until it expires, so that a second use is noticed and ends the token (section
 * 4.1.2).
 *
 * @param idToken what the authorization server wants in the ID token, if there is to be one
 * @param redeemedAs the token record that it became; absent while it is pending
 */
public record AuthorizationCode(
        TokenHash hash,
        ServiceId service,
        AuthorizationRequest request,
        Subject subject,
        ScopeSet scopes,
        Standing standing,
        Properties properties,
        TokenDetails details,
        IdTokenContent idToken,
        Instant createdAt,
        Instant expiresAt,
        @Nullable TokenId redeemedAs) {

    public ClientId client() {
        return request.client().id();
    }

    /** The pair whose grant decides about this code. */
    public GrantKey grantKey() {
        return new GrantKey(service, client(), subject);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    public boolean isRedeemed() {
        return redeemedAs != null;
    }

    /** The code once it has become this token record. */
    public AuthorizationCode becoming(TokenId token) {
        return new AuthorizationCode(
                hash,
                service,
                request,
                subject,
                scopes,
                standing,
                properties,
                details,
                idToken,
                createdAt,
                expiresAt,
                token);
    }
}
