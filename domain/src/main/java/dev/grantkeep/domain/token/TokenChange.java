package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.ScopeDurations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one token ("Updating issued token(s)", contract 4.4). What is absent stays as it is.
 *
 * @param accessExpiresAt the access token's new expiry; the past is allowed
 * @param refreshExpiresAt the refresh token's new expiry
 * @param scopes the new scopes; those that the service or client does not have are ignored
 * @param properties the new properties, in place of all old ones
 * @param accessExpiryFollowsScopes whether a change of scopes sets the expiry by the scopes' duration attributes
 * @param refreshExpiryFollowsScopes the same for the refresh token
 * @param persistent whether the access token shall never expire; false changes nothing
 * @param newAccess the value that replaces the access token's
 * @param authorizationDetails new authorization details, as JSON text
 * @param forExternalAttachment true sets the mark; false changes nothing
 */
public record TokenChange(
        @Nullable Instant accessExpiresAt,
        @Nullable Instant refreshExpiresAt,
        @Nullable ScopeSet scopes,
        @Nullable Properties properties,
        boolean accessExpiryFollowsScopes,
        boolean refreshExpiryFollowsScopes,
        boolean persistent,
        @Nullable TokenValue newAccess,
        @Nullable String authorizationDetails,
        boolean forExternalAttachment) {
    public TokenChange {
        requireNotAfterNever(accessExpiresAt);
        requireNotAfterNever(refreshExpiresAt);
    }

    /** The same change, and a new value for the access token. */
    public TokenChange withNewAccess(TokenValue value) {
        return new TokenChange(
                accessExpiresAt,
                refreshExpiresAt,
                scopes,
                properties,
                accessExpiryFollowsScopes,
                refreshExpiryFollowsScopes,
                persistent,
                value,
                authorizationDetails,
                forExternalAttachment);
    }

    /** The record as it shall be saved. */
    public Change<TokenRecord> applyTo(TokenInContext seen, Client client, Service service, Instant now) {
        TokenRecord token = seen.token();
        @Nullable ScopeSet replacement = scopes == null ? null : client.attachable(scopes, service);
        boolean scopesChange = replacement != null && !replacement.equals(seen.scopes());
        return Change.of(
                token.next(
                        replacement == null
                                ? token.standing()
                                : token.standing().rewrittenAt(seen.currentRewriteNumber()),
                        new AccessPart(
                                newAccess == null ? token.access().hash() : newAccess.hash(),
                                accessExpiry(token, scopesChange ? replacement : null, service, now)),
                        token.refresh() == null
                                ? null
                                : refreshPart(token.refresh(), replacement, scopesChange, service, now),
                        replacement == null ? token.scopes() : replacement,
                        properties == null ? token.properties() : properties,
                        token.details().with(authorizationDetails, forExternalAttachment),
                        now),
                Event.Kind.TOKEN_CHANGED,
                now);
    }

    private Instant accessExpiry(TokenRecord token, @Nullable ScopeSet changedScopes, Service service, Instant now) {
        if (persistent) {
            return TokenRecord.NEVER;
        }
        if (accessExpiresAt != null) {
            return accessExpiresAt;
        }
        return accessExpiryFollowsScopes && changedScopes != null
                ? byScopes(TokenKind.ACCESS, changedScopes, service, now)
                        .orElse(token.access().expiresAt())
                : token.access().expiresAt();
    }

    private RefreshPart refreshPart(
            RefreshPart old, @Nullable ScopeSet replacement, boolean scopesChange, Service service, Instant now) {
        Instant expiry = refreshExpiresAt;
        if (expiry == null && refreshExpiryFollowsScopes && scopesChange) {
            expiry = byScopes(TokenKind.REFRESH, Objects.requireNonNull(replacement), service, now)
                    .orElse(null);
        }
        return new RefreshPart(
                old.hash(),
                expiry == null ? old.expiresAt() : expiry,
                replacement == null ? old.scopes() : replacement,
                old.origin());
    }

    private static Optional<Instant> byScopes(TokenKind kind, ScopeSet scopes, Service service, Instant now) {
        return ScopeDurations.shortest(kind, service.settings().scopes().details(scopes))
                .map(duration -> duration.expiryFrom(now));
    }

    private static void requireNotAfterNever(@Nullable Instant expiry) {
        if (expiry != null && expiry.isAfter(TokenRecord.NEVER)) {
            throw new IllegalArgumentException("an expiry is not after 9999-12-31T23:59:59Z");
        }
    }
}
