package dev.grantkeep.domain.grant;

import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides about all tokens of a pair of client and subject. It is opened by the first authorization.
 * A revocation gives it a new generation, which ends every token and pending code that carries the old one; a rewrite
 * gives the tokens other scopes. Either is one write, however many tokens there are. The head goes when it has no
 * token, no pending code and no granted scopes left.
 *
 * <p>Tokens and codes carry a generation each. They are the same until a client that may have one token at a time gets
 * another: that moves the generation of the tokens on, and ends the older ones, but no code that is pending.
 *
 * @param generation what a token carries that counts
 * @param codeGeneration what a code carries that counts; only a revocation changes it
 * @param granted the memory of consent; absent when nothing was granted or it was deleted
 */
public record GrantHead(
        GrantKey key,
        Generation generation,
        Generation codeGeneration,
        Rewrite rewrite,
        @Nullable GrantedScopes granted,
        Instant createdAt,
        Instant modifiedAt,
        Version version) {
    /**
     * How long an empty head stays after its last write. It is longer than any call takes, so that a head is never
     * removed between an authorization's write to it and the token or code that follows.
     */
    public static final Duration LINGER = Duration.ofHours(1);

    /** A head that remembers no consent yet. */
    public static Change<GrantHead> open(GrantKey key, Generation generation, Instant now) {
        return Change.quiet(new GrantHead(key, generation, generation, Rewrite.NONE, null, now, now, Version.FIRST));
    }

    /** A head that remembers its first consent. */
    public static Change<GrantHead> openAuthorized(GrantKey key, Generation generation, ScopeSet scopes, Instant now) {
        GrantedScopes memory = GrantedScopes.first(scopes, now);
        return Change.of(
                new GrantHead(key, generation, generation, Rewrite.NONE, memory, now, now, Version.FIRST),
                Event.Kind.CONSENT_REMEMBERED,
                now);
    }

    /** What a new token carries. */
    public GrantStanding standing() {
        return new GrantStanding(generation, rewrite.number());
    }

    /** What a new authorization code carries. */
    public GrantStanding codeStanding() {
        return new GrantStanding(codeGeneration, rewrite.number());
    }

    /** Whether a token that has this standing still counts. */
    public boolean holds(GrantStanding standing) {
        return standing.generation().equals(generation);
    }

    /** Whether a code that has this standing still counts. */
    public boolean holdsCode(GrantStanding standing) {
        return standing.generation().equals(codeGeneration);
    }

    /** Remembers what the user granted. */
    public Change<GrantHead> authorize(ScopeSet scopes, Instant now) {
        GrantedScopes memory = granted == null ? GrantedScopes.first(scopes, now) : granted.plus(scopes, now);
        return Change.of(next(rewrite, memory, now), Event.Kind.CONSENT_REMEMBERED, now);
    }

    /** Gives every current token of the pair exactly these scopes ("Updating issued token(s)"). */
    public Change<GrantHead> rewriteScopes(ScopeSet scopes, Instant now) {
        GrantedScopes memory = granted == null ? null : granted.keepingOnly(scopes, now);
        return Change.of(next(rewrite.next(scopes), memory, now), Event.Kind.GRANT_REWRITTEN, now);
    }

    /** Ends every current token and pending code of the pair. */
    public Change<GrantHead> revoke(Generation fresh, Instant now) {
        return Change.of(next(fresh, fresh, rewrite, granted, now), Event.Kind.GRANT_REVOKED, now);
    }

    /** Ends every current token of the pair but those that carry the next generation already. */
    public Change<GrantHead> supersede(Generation next, Instant now) {
        return Change.of(next(next, codeGeneration, rewrite, granted, now), Event.Kind.GRANT_SUPERSEDED, now);
    }

    public Change<GrantHead> forgetGrantedScopes(Instant now) {
        return Change.of(next(rewrite, null, now), Event.Kind.CONSENT_FORGOTTEN, now);
    }

    /** Whether the head may soon be removed for being empty, so that a new authorization must write to it first. */
    public boolean needsTouch(Instant now) {
        return granted == null && modifiedAt.isBefore(now.minus(LINGER.dividedBy(2)));
    }

    public Change<GrantHead> touch(Instant now) {
        return Change.quiet(next(rewrite, granted, now));
    }

    private GrantHead next(Rewrite rewrite, @Nullable GrantedScopes granted, Instant now) {
        return next(generation, codeGeneration, rewrite, granted, now);
    }

    private GrantHead next(
            Generation generation,
            Generation codeGeneration,
            Rewrite rewrite,
            @Nullable GrantedScopes granted,
            Instant now) {
        return new GrantHead(key, generation, codeGeneration, rewrite, granted, createdAt, now, version.next());
    }
}
