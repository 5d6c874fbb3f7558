package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.service.Service;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a token lives, and what decided that.
 *
 * @param decision what the settings of now say of such a token; null if its client is gone
 * @param decided whether that is how long it lives; if not, a request said otherwise, or the settings of then did
 */
public record LifeOfToken(
        Instant madeAt, Instant endsAt, @Nullable DurationDecision decision, boolean decided) {
    /** That of the access token of a record. */
    public static LifeOfToken ofAccess(TokenInContext seen, @Nullable Client client, Service service) {
        TokenRecord token = seen.token();
        return of(TokenKind.ACCESS, renewedAt(token), token.access().expiresAt(), seen, client, service);
    }

    /** That of the refresh token of a record; null if it has none. A life that a refresh keeps began with the record. */
    public static @Nullable LifeOfToken ofRefresh(TokenInContext seen, @Nullable Client client, Service service) {
        RefreshPart refresh = seen.token().refresh();
        if (refresh == null) {
            return null;
        }
        LifeOfToken renewed =
                of(TokenKind.REFRESH, renewedAt(seen.token()), refresh.expiresAt(), seen, client, service);
        return renewed.decided()
                ? renewed
                : of(TokenKind.REFRESH, seen.token().createdAt(), refresh.expiresAt(), seen, client, service);
    }

    /** How long it is in all. */
    public Duration length() {
        return Duration.between(madeAt, endsAt);
    }

    private static LifeOfToken of(
            TokenKind kind,
            Instant madeAt,
            Instant endsAt,
            TokenInContext seen,
            @Nullable Client client,
            Service service) {
        DurationDecision decision =
                client == null ? null : client.lifetime(kind, Durations.UNSET, seen.scopes(), service);
        boolean decided =
                decision != null && decision.duration().expiryFrom(madeAt).equals(endsAt);
        return new LifeOfToken(madeAt, endsAt, decision, decided);
    }

    private static Instant renewedAt(TokenRecord token) {
        return token.lastRefreshedAt() == null ? token.createdAt() : token.lastRefreshedAt();
    }
}
