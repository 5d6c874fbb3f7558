package dev.grantkeep.domain.token;

import java.time.Instant;

/** The access token of a record. It is expired from {@code expiresAt} on; {@link TokenRecord#NEVER} is persistent. */
public record AccessPart(TokenHash hash, Instant expiresAt) {
    public boolean isPersistent() {
        return expiresAt.equals(TokenRecord.NEVER);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
