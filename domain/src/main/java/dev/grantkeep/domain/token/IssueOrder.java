package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token to be made. Every way to a token ends here.
 *
 * @param scopes those it will have; nothing filters them any more
 * @param remembered those that a refresh of it can give, at least {@code scopes}: what the service or the client lost
 *     meanwhile can be given back
 */
public record IssueOrder(
        Service service,
        Client client,
        GrantType grantType,
        @Nullable Subject subject,
        ScopeSet scopes,
        ScopeSet remembered,
        TokenWish wish,
        Properties properties,
        TokenDetails details) {

    /**
     * Values for the new token, in case they are needed.
     *
     * @param accessSecret {@link TokenValues#SECRET_BYTES} random bytes; likewise the other
     * @param generation the token's own, if it is to be a single one
     */
    public record NewValues(TokenId id, byte[] accessSecret, byte[] refreshSecret, Generation generation) {}

    /**
     * Makes the token.
     *
     * @param grant the grant that it hangs on, as it was when the authorization was given; null for a token without a
     *     subject. A token carries its numbers, so a revocation beats a token that is on its way
     */
    public Minted mint(@Nullable HeadState grant, NewValues fresh, Instant now) {
        boolean single = grant != null && client.hasSingleAccessTokenPerSubject(service);
        GrantStanding standing = grant == null
                ? null
                : new GrantStanding(
                        single ? fresh.generation() : grant.generation(),
                        grant.rewrite().number());
        return new Minted(issue(new Standing(client.generation(), standing), fresh, now), single);
    }

    private IssuedToken issue(Standing standing, NewValues fresh, Instant now) {
        TokenValue access = wish.access() == null
                ? TokenValues.access(fresh.id(), fresh.accessSecret(), service.derivationKey())
                : wish.access();
        TokenValue refresh = refreshValue(fresh);
        DurationDecision accessDuration = decide(TokenKind.ACCESS);
        DurationDecision refreshDuration = refresh == null ? null : decide(TokenKind.REFRESH);
        RefreshPart refreshPart = refresh == null || refreshDuration == null
                ? null
                : new RefreshPart(refresh.hash(), refreshDuration.duration().expiryFrom(now), remembered, null);
        TokenRecord record = new TokenRecord(
                fresh.id(),
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

    private @Nullable TokenValue refreshValue(NewValues fresh) {
        if (!client.getsRefreshToken(grantType, service)) {
            return null;
        }
        return wish.refresh() == null
                ? TokenValues.refresh(fresh.id(), fresh.refreshSecret(), service.derivationKey())
                : wish.refresh();
    }

    private Instant accessExpiry(DurationDecision decision, @Nullable RefreshPart refresh, Instant now) {
        return wish.persistent()
                ? TokenRecord.NEVER
                : Lifetimes.linked(
                        decision.duration().expiryFrom(now), refresh == null ? null : refresh.expiresAt(), service);
    }

    private DurationDecision decide(TokenKind kind) {
        return client.lifetime(kind, wish.durations(), scopes, service);
    }
}
