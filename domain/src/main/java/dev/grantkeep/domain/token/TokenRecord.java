package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One access token with, possibly, its refresh token. It is created at issuance, rewritten in place by every refresh
 * and update, and ends by expiry, by revocation of its grant or client, by its own removal, or by 90 days without use.
 *
 * @param subject absent for client_credentials
 * @param scopes the access token's own scopes; see {@link TokenInContext#scopes()} for those that count
 * @param lastRefreshedAt absent if it was never refreshed
 * @param lastUsedAt the last use as it was noted, at most once a day
 */
public record TokenRecord(
        TokenId id,
        ServiceId service,
        ClientId client,
        @Nullable Subject subject,
        GrantType grantType,
        Standing standing,
        AccessPart access,
        @Nullable RefreshPart refresh,
        ScopeSet scopes,
        Properties properties,
        TokenDetails details,
        Instant createdAt,
        @Nullable Instant lastRefreshedAt,
        Instant lastUsedAt,
        Version version) {
    /** The expiry of a persistent token: 9999-12-31T23:59:59Z. No later instant is accepted. */
    public static final Instant NEVER = Instant.ofEpochMilli(253_402_300_799_000L);

    /** A record that is not used for this long is dead ("Authlete's policy on sweeping unused tokens"). */
    public static final Duration UNUSED_LIFE = Duration.ofDays(90);

    /** How often a use is noted. */
    public static final Duration USE_NOTED_EVERY = Duration.ofDays(1);

    public TokenRecord {
        if ((subject == null) != (standing.grant() == null)) {
            throw new IllegalArgumentException("a token has a grant exactly if it has a subject");
        }
    }

    /** The pair whose grant decides about this token. */
    public @Nullable GrantKey grantKey() {
        return subject == null ? null : new GrantKey(service, client, subject);
    }

    /** From when on the record may be reclaimed: its own end of life, or 90 days without use if that is sooner. */
    public Instant purgeAt() {
        Instant end = access.expiresAt();
        if (refresh != null && refresh.expiresAt().isAfter(end)) {
            end = refresh.expiresAt();
        }
        Instant unused = unusedFrom();
        return end.isBefore(unused) ? end : unused;
    }

    /** From when on the record counts as unused, and so as dead. */
    public Instant unusedFrom() {
        return lastUsedAt.plus(UNUSED_LIFE);
    }

    /** Whether a use now has to be noted. */
    public boolean useIsWorthNoting(Instant now) {
        return !now.isBefore(lastUsedAt.plus(USE_NOTED_EVERY));
    }

    public TokenRecord usedAt(Instant now) {
        return copy(standing, access, refresh, scopes, properties, details, lastRefreshedAt, now, version);
    }

    /** The same record, refreshed at that time. */
    TokenRecord refreshedAt(Instant now) {
        return copy(standing, access, refresh, scopes, properties, details, now, lastUsedAt, version);
    }

    /** The same record with these scopes as its own, as of the grant's rewrite of this number. */
    TokenRecord rescoped(ScopeSet accessScopes, ScopeSet refreshScopes, int rewriteNumber) {
        return copy(
                standing.rewrittenAt(rewriteNumber),
                access,
                refresh == null ? null : refresh.withScopes(refreshScopes),
                accessScopes,
                properties,
                details.denyingScopes(accessScopes.isEmpty() && !scopes.isEmpty()),
                lastRefreshedAt,
                lastUsedAt,
                version);
    }

    /** The next state of the record, which is used by that. */
    TokenRecord next(
            Standing nextStanding,
            AccessPart nextAccess,
            @Nullable RefreshPart nextRefresh,
            ScopeSet nextScopes,
            Properties nextProperties,
            TokenDetails nextDetails,
            Instant now) {
        return copy(
                nextStanding,
                nextAccess,
                nextRefresh,
                nextScopes,
                nextProperties,
                nextDetails,
                lastRefreshedAt,
                now,
                version.next());
    }

    /** The next state with another access token of the same life, and nothing else changed. */
    TokenRecord withAccess(TokenHash hash, Instant now) {
        return next(standing, new AccessPart(hash, access.expiresAt()), refresh, scopes, properties, details, now);
    }

    private TokenRecord copy(
            Standing newStanding,
            AccessPart newAccess,
            @Nullable RefreshPart newRefresh,
            ScopeSet newScopes,
            Properties newProperties,
            TokenDetails newDetails,
            @Nullable Instant refreshedAt,
            Instant usedAt,
            Version newVersion) {
        return new TokenRecord(
                id,
                service,
                client,
                subject,
                grantType,
                newStanding,
                newAccess,
                newRefresh,
                newScopes,
                newProperties,
                newDetails,
                createdAt,
                refreshedAt,
                usedAt,
                newVersion);
    }

    public boolean isRefreshable(Instant now) {
        return refresh != null && !refresh.isExpired(now);
    }

    /** The refresh part of a record that is known to have one. */
    RefreshPart requireRefresh() {
        return Objects.requireNonNull(refresh, "a record without a refresh token");
    }
}
