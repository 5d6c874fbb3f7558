package dev.grantkeep.domain.service;

import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.Objects;

/**
 * A service: one authorization server's configuration, a tenant. It is created once, its settings are replaced by its
 * owner, and it is deleted with everything that belongs to it.
 *
 * @param number an internal number, kept because the API shows one
 * @param secret the API secret: the password of 2.x and the access token of 3.0
 * @param derivationKey 256 bits from which successors of refresh tokens are derived; never shown
 */
public record Service(
        ServiceId id,
        int number,
        Secret secret,
        Secret derivationKey,
        ServiceSettings settings,
        Instant createdAt,
        Instant modifiedAt,
        Version version) {
    /** How long an authorization code lives when the service does not say. */
    public static final TokenDuration DEFAULT_CODE_DURATION = TokenDuration.ofSeconds(600);

    private static final String DEFAULT_TOKEN_TYPE = "Bearer";

    /** A new one, to be stored. */
    public Change<Service> created() {
        return Change.of(this, Event.Kind.SERVICE_CREATED, createdAt);
    }

    public Change<Service> update(ServiceSettings replacement, Instant now) {
        return Change.of(
                new Service(id, number, secret, derivationKey, replacement, createdAt, now, version.next()),
                Event.Kind.SERVICE_CHANGED,
                now);
    }

    /** With another secret; the one before it lets nobody in any more. */
    public Change<Service> withSecret(Secret replacement, Instant now) {
        return Change.of(
                new Service(id, number, replacement, derivationKey, settings, createdAt, now, version.next()),
                Event.Kind.SERVICE_SECRET_CHANGED,
                now);
    }

    public String tokenType() {
        return Objects.requireNonNullElse(settings.accessTokenType(), DEFAULT_TOKEN_TYPE);
    }

    public TokenDuration codeDuration() {
        return Objects.requireNonNullElse(settings.codeDuration(), DEFAULT_CODE_DURATION);
    }
}
