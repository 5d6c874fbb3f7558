package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Duration;
import java.time.Instant;

/**
 * What joins a token request with a user's password (RFC 6749 section 4.3) to the answer of whoever checks the password. It
 * can be used once, for {@link #LIFE}. The password is not in it.
 *
 * @param hash of the value that the authorization server holds
 */
public record PasswordTicket(
        TokenHash hash,
        ServiceId service,
        NamedClient client,
        RequestedScopes scopes,
        Targets targets,
        Instant expiresAt) {
    /** As long as a client waits for the answer, with room for whoever checks passwords slowly. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
