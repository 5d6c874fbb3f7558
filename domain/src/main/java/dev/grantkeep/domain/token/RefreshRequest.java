package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshMode;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshOutcome.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish to refresh (RFC 6749 section 6).
 *
 * @param presented the refresh token that it holds
 * @param client the client, already authenticated
 * @param asked the scopes it asks for; absent is all that were granted
 * @param targets the target resources that the new access token shall be for (RFC 8707); none is those of the grant
 * @param details the authorization details that it asks for, which have to be those of the grant or a part of them (RFC 9396 section 6)
 * @param requested explicit durations, which win over all levels
 * @param added properties laid over those of the record
 * @param chosenAccess the access token to use instead of a generated one
 */
public record RefreshRequest(
        TokenValue presented,
        Service service,
        Client client,
        @Nullable ScopeSet asked,
        List<String> targets,
        RequestedDetails details,
        Durations requested,
        Properties added,
        @Nullable TokenValue chosenAccess) {
    public RefreshRequest {
        targets = List.copyOf(targets);
    }

    /**
     * Values for the new tokens, in case they are needed.
     *
     * @param accessSecret {@link TokenValues#SECRET_BYTES} random bytes; likewise the other
     */
    public record NewValues(byte[] accessSecret, byte[] refreshSecret) {}

    /** Decides the refresh of the record that the presented token names. The caller saves what is to be saved. */
    public RefreshOutcome decide(TokenInContext seen, NewValues fresh, Instant now) {
        TokenRecord token = seen.token();
        if (token.refresh() == null || seen.hasEnded(now)) {
            return Refused.UNKNOWN;
        }
        if (!token.client().equals(client.id())) {
            return Refused.OF_ANOTHER_CLIENT;
        }
        PresentedRefreshToken value = PresentedRefreshToken.to(service, presented);
        if (!value.isOf(token)) {
            return Refused.UNKNOWN;
        }
        boolean current = value.isCurrentOf(token);
        TokenValue next = current
                ? nextRefresh(token.id(), fresh)
                : value.answerToRetry(token, service, now).orElse(null);
        if (next == null) {
            return new RefreshOutcome.Reused();
        }
        if (token.requireRefresh().isExpired(now)) {
            return Refused.EXPIRED;
        }
        ScopeSet granted = grantedScopes(seen);
        if (asked != null && !granted.containsAll(asked)) {
            return new RefreshOutcome.ExceedsScopes(asked.minus(granted));
        }
        ScopeSet scopes = client.allowed(asked == null ? granted : asked, service);
        Refused refused = refusal(seen, scopes, current);
        if (refused != null) {
            return refused;
        }
        Optional<Demand> demand = service.settings().scopes().demand(scopes);
        if (demand.isPresent()) {
            return new RefreshOutcome.DemandNotMet(demand.get());
        }
        if (token.properties().with(added).isEmpty()) {
            return Refused.PROPERTIES_TOO_LARGE;
        }
        return current
                ? new RefreshOutcome.Refreshed(refresh(seen, scopes, next, fresh, now))
                : repeat(seen, scopes, next, fresh, now);
    }

    /**
     * Why the client does not get what it asks for. For a token just used, what asks for something else than the record has
     * is no repetition, and would get what it did not ask for.
     *
     * @param scopes those that a refresh would give now
     */
    private @Nullable Refused refusal(TokenInContext seen, ScopeSet scopes, boolean current) {
        Targets granted = seen.token().details().targets();
        if (!granted.canBeNarrowedTo(targets)) {
            return Refused.RESOURCE_NOT_GRANTED;
        }
        if (!current && !client.allowed(seen.scopes(), service).equals(scopes)) {
            return Refused.SCOPES_DIFFER;
        }
        if (!current && !granted.isNarrowedTo(targets)) {
            return Refused.RESOURCES_DIFFER;
        }
        if (details instanceof RequestedDetails.Malformed) {
            return Refused.DETAILS_MALFORMED;
        }
        return details.areThose(granted.authorizationDetails()) && (current || granted.isNarrowedTo(details))
                ? null
                : Refused.DETAILS_NOT_GRANTED;
    }

    private IssuedToken refresh(
            TokenInContext seen, ScopeSet scopes, TokenValue refresh, NewValues fresh, Instant now) {
        TokenRecord token = seen.token();
        RefreshPart old = token.requireRefresh();
        TokenValue access = chosenAccess == null ? nextAccess(token.id(), fresh) : chosenAccess;
        DurationDecision accessDuration = client.lifetime(TokenKind.ACCESS, requested, scopes, service);
        DurationDecision refreshDuration =
                renewsLife() ? client.lifetime(TokenKind.REFRESH, requested, scopes, service) : null;
        Instant refreshExpiry = refreshDuration == null
                ? old.expiresAt()
                : refreshDuration.duration().expiryFrom(now);
        Instant accessExpiry = token.access().isPersistent()
                ? TokenRecord.NEVER
                : Lifetimes.linked(accessDuration.duration().expiryFrom(now), refreshExpiry, service);
        TokenRecord next = token.next(
                        token.standing().rewrittenAt(seen.currentRewriteNumber()),
                        new AccessPart(access.hash(), accessExpiry),
                        new RefreshPart(
                                refresh.hash(), refreshExpiry, seen.refreshScopes(), originAfter(token, refresh)),
                        scopes,
                        token.properties().overlaidBy(added),
                        token.details()
                                .narrowed(targets, details)
                                .denyingScopes(scopes.isEmpty() && expectsScopes(old)),
                        now)
                .refreshedAt(now);
        return new IssuedToken(next, access, refresh, accessDuration, refreshDuration);
    }

    /** Whether the client asked for scopes now, or had some that it can expect again. */
    private boolean expectsScopes(RefreshPart old) {
        return (asked != null && !asked.isEmpty()) || !old.scopes().isEmpty();
    }

    /** The record did not change, but its grant, client or service may have: the scopes are those that count now. */
    private RefreshOutcome repeat(
            TokenInContext seen, ScopeSet scopes, TokenValue successor, NewValues fresh, Instant now) {
        TokenRecord token = seen.withAccessScopes(scopes);
        DurationDecision duration = client.lifetime(TokenKind.ACCESS, requested, scopes, service);
        TokenValue derived = chosenAccess == null ? nextAccess(token.id(), fresh) : chosenAccess;
        if (token.access().hash().equals(derived.hash())) {
            boolean lostScopes = !scopes.equals(seen.scopes());
            return new RefreshOutcome.Repeated(
                    new IssuedToken(
                            lostScopes ? token.withAccess(derived.hash(), now) : token,
                            derived,
                            successor,
                            duration,
                            null),
                    lostScopes);
        }
        TokenValue another = chosenAccess == null ? freshAccess(token.id(), fresh) : chosenAccess;
        return new RefreshOutcome.Repeated(
                new IssuedToken(token.withAccess(another.hash(), now), another, successor, duration, null), true);
    }

    private ScopeSet grantedScopes(TokenInContext seen) {
        ScopeSet granted = seen.refreshScopes();
        return policy().openidDroppedWithoutOfflineAccess() && !granted.contains(ScopeName.OFFLINE_ACCESS)
                ? granted.without(ScopeName.OPENID)
                : granted;
    }

    /** A value that does not name its record is remembered when it is rotated. */
    private @Nullable TokenHash originAfter(TokenRecord token, TokenValue next) {
        boolean namesIt = PresentedRefreshToken.to(service, presented)
                .namedRecord()
                .filter(token.id()::equals)
                .isPresent();
        return namesIt || next.equals(presented) ? token.requireRefresh().origin() : presented.hash();
    }

    private TokenValue nextAccess(TokenId id, NewValues fresh) {
        return policy().idempotent() && policy().mode().rotates()
                ? TokenValues.accessAfter(presented, id, service.derivationKey())
                : freshAccess(id, fresh);
    }

    private TokenValue freshAccess(TokenId id, NewValues fresh) {
        return TokenValues.access(id, fresh.accessSecret(), service.derivationKey());
    }

    private TokenValue nextRefresh(TokenId id, NewValues fresh) {
        if (!policy().mode().rotates()) {
            return presented;
        }
        return policy().idempotent()
                ? TokenValues.refreshAfter(presented, id, service.derivationKey())
                : TokenValues.refresh(id, fresh.refreshSecret(), service.derivationKey());
    }

    private boolean renewsLife() {
        RefreshMode mode = policy().mode();
        return mode.renewsLife() || (mode.rotates() && Objects.nonNull(requested.refresh()));
    }

    private RefreshPolicy policy() {
        return service.settings().refresh();
    }
}
