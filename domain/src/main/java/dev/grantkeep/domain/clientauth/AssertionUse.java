package dev.grantkeep.domain.clientauth;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Instant;

/**
 * That an assertion was used: no other with its {@code jti} is good for its client.
 *
 * @param hash of the client and the {@code jti}
 * @param expiresAt from when on the assertion is refused anyhow
 */
public record AssertionUse(TokenHash hash, ServiceId service, ClientId client, Instant expiresAt) {}
