package dev.grantkeep.domain.apps;

import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.time.Instant;

/** What lets one user in to the page of her applications. */
public sealed interface AppsPass permits AppsLink, AppsSession {
    TokenHash hash();

    ServiceId service();

    Subject subject();

    Instant expiresAt();

    /** It is expired from {@link #expiresAt} on. */
    default boolean isExpired(Instant now) {
        return !expiresAt().isAfter(now);
    }
}
