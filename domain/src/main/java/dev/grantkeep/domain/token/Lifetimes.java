package dev.grantkeep.domain.token;

import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What issuing and refreshing share about lifetimes. */
final class Lifetimes {
    private Lifetimes() {}

    /** The access token's expiry, cut at the refresh token's where the service links them (contract 4.3). */
    static Instant linked(Instant access, @Nullable Instant refresh, Service service) {
        return service.settings().refresh().expirationLinked() && refresh != null && refresh.isBefore(access)
                ? refresh
                : access;
    }
}
