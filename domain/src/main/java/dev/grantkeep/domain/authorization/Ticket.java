package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What joins an authorization request to the decision about it. It can be used once, for {@link #LIFE}.
 *
 * @param hash of the value that the authorization server holds
 */
public record Ticket(TokenHash hash, ServiceId service, AuthorizationRequest request, Instant expiresAt) {
    public static final Duration LIFE = Duration.ofDays(1);

    public Ticket withContext(@Nullable String context) {
        return new Ticket(hash, service, request.withContext(context), expiresAt);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
