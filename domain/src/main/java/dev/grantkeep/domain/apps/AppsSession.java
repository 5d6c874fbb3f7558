package dev.grantkeep.domain.apps;

import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Duration;
import java.time.Instant;

/** A browser in which one user looks after her applications. It is expired from {@code expiresAt} on. */
public record AppsSession(TokenHash hash, ServiceId service, Subject subject, Instant expiresAt) implements AppsPass {
    public static final Duration LIFE = Duration.ofMinutes(15);
}
