package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.Version;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made.
 *
 * @param scopes those it will have; nothing filters them any more
 * @param remembered those that a refresh of it can give, at least {@code scopes}: what the service or the client lost
 *     meanwhile can be given back
 * @param requested explicit durations of the request; they win over all levels
 * @param persistent whether the access token never expires
 */
public record IssueOrder(
        Service service,
        Client client,
        GrantType grantType,
        @Nullable Subject subject,
        ScopeSet scopes,
        ScopeSet remembered,
        Durations requested,
        boolean persistent,
        Properties properties,
        TokenDetails details,
        Standing standing) {

    /** An order whose scopes are all that there is. */
    public IssueOrder(
            Service service,
            Client client,
            GrantType grantType,
            @Nullable Subject subject,
            ScopeSet scopes,
            Durations requested,
            boolean persistent,
            Properties properties,
            TokenDetails details,
            Standing standing) {
        this(service, client, grantType, subject, scopes, scopes, requested, persistent, properties, details, standing);
    }

    /** Whether the token will have a refresh token. */
    public boolean wantsRefreshToken() {
        return client.getsRefreshToken(grantType, service);
    }

    /**
     * Makes the record.
     *
     * @param refresh the refresh token's value, or null for none
     */
    public IssuedToken issue(TokenId id, TokenValue access, @Nullable TokenValue refresh, Instant now) {
        DurationDecision accessDuration = decide(TokenKind.ACCESS);
        DurationDecision refreshDuration = refresh == null ? null : decide(TokenKind.REFRESH);
        RefreshPart refreshPart = refresh == null || refreshDuration == null
                ? null
                : new RefreshPart(refresh.hash(), refreshDuration.duration().expiryFrom(now), remembered, null);
        TokenRecord record = new TokenRecord(
                id,
                service.id(),
                client.id(),
                subject,
                grantType,
                standing,
                new AccessPart(access.hash(), accessExpiry(accessDuration, refreshPart, now)),
                refreshPart,
                scopes,
                properties,
                details,
                now,
                null,
                now,
                Version.FIRST);
        return new IssuedToken(record, access, refresh, accessDuration, refreshDuration);
    }

    private Instant accessExpiry(DurationDecision decision, @Nullable RefreshPart refresh, Instant now) {
        return persistent
                ? TokenRecord.NEVER
                : Lifetimes.linked(
                        decision.duration().expiryFrom(now), refresh == null ? null : refresh.expiresAt(), service);
    }

    private DurationDecision decide(TokenKind kind) {
        return Lifetimes.decide(kind, requested, client, scopes, service);
    }
}
