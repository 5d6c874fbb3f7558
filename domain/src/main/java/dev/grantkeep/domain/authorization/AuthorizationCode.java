package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
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
 * An authorization code (RFC 6749 section 4.1). It carries the standing of the authorization that it came from: what
 * is minted from it inherits that, so a revocation beats a racing exchange. It is redeemed once; after that it is kept
 * until it expires, so that a second use is noticed and ends the token (section 4.1.2).
 *
 * @param redeemedAs the token record that it became; absent while it is pending
 */
public record AuthorizationCode(
        TokenHash hash,
        ServiceId service,
        ClientId client,
        Subject subject,
        ScopeSet scopes,
        Standing standing,
        String redirectUri,
        boolean redirectUriGiven,
        @Nullable CodeChallenge challenge,
        Properties properties,
        TokenDetails details,
        Instant createdAt,
        Instant expiresAt,
        @Nullable TokenId redeemedAs) {

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    public boolean isRedeemed() {
        return redeemedAs != null;
    }
}
