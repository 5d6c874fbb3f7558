package dev.grantkeep.benchmark.floor;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Any answer of the floor.
 *
 * @param padding makes it as long as Grantkeep's
 */
@Serdeable
record TokenAnswer(
        @Nullable String accessToken,
        @Nullable String refreshToken,
        @Nullable String idToken,
        long expiresAt,
        long clientId,
        @Nullable String subject,
        @Nullable String scopes,
        String padding) {
    TokenAnswer padded(String with) {
        return new TokenAnswer(accessToken, refreshToken, idToken, expiresAt, clientId, subject, scopes, with);
    }
}
