package dev.grantkeep.domain.apps;

import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Duration;
import java.time.Instant;

/** A link by which one user comes to the page of her applications, once. It is expired from {@code expiresAt} on. */
public record AppsLink(TokenHash hash, ServiceId service, Subject subject, Instant expiresAt) implements AppsPass {
    public static final Duration LIFE = Duration.ofMinutes(5);
}
