package dev.grantkeep.application.usecase.grant;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The one place that writes grant heads: each change is read, decided and saved, and again if another was faster. */
@Wired
public final class GrantHeads {
    private final GrantStore grants;
    private final Clock clock;
    private final ValueGenerator generator;

    public GrantHeads(GrantStore grants, Clock clock, ValueGenerator generator) {
        this.grants = grants;
        this.clock = clock;
        this.generator = generator;
    }

    /** The pair's head, opened if there is none, with the consent remembered. */
    public GrantHead authorize(GrantKey key, ScopeSet scopes) {
        Instant now = clock.now();
        return Attempts.until(() -> grants.find(key)
                .map(head -> saved(head.authorize(scopes, now)))
                .orElseGet(() -> added(GrantHead.openAuthorized(key, generator.generation(), scopes, now))));
    }

    /** The pair's head, opened if there is none, and safe from being removed for the next half hour. */
    public GrantHead ready(GrantKey key) {
        Instant now = clock.now();
        return Attempts.until(() -> grants.find(key)
                .map(head -> head.needsTouch(now) ? saved(head.touch(now)) : Optional.of(head))
                .orElseGet(() -> added(GrantHead.open(key, generator.generation(), now))));
    }

    /** Ends what carries the current generation; returns how many stored records that were, 0 if there is no head. */
    public int revoke(GrantKey key) {
        return change(key, head -> head.revoke(generator.generation(), clock.now()));
    }

    /** Rewrites the scopes of a pair; returns how many stored records there are, 0 if there is no head. */
    public int rewriteScopes(GrantKey key, ScopeSet scopes) {
        return change(key, head -> head.rewriteScopes(scopes, clock.now()));
    }

    public void forgetGrantedScopes(GrantKey key) {
        Attempts.until(() -> {
            Optional<GrantHead> head = grants.find(key).filter(found -> found.granted() != null);
            return head.isEmpty() ? Optional.of(false) : saved(head.get().forgetGrantedScopes(clock.now()), true);
        });
    }

    /** Ends what carries the current generation, if the head is as it was seen; whether it was. */
    public boolean revokeAt(GrantKey key, Version seen) {
        return changeAt(key, seen, head -> head.revoke(generator.generation(), clock.now()));
    }

    /** Rewrites the scopes of a pair, if the head is as it was seen; whether it was. */
    public boolean rewriteScopesAt(GrantKey key, Version seen, ScopeSet scopes) {
        return changeAt(key, seen, head -> head.rewriteScopes(scopes, clock.now()));
    }

    /**
     * Ends what carries the current generation and forgets what was granted, if the head is as it was seen; whether it was.
     * It forgets first, for a pair without tokens is in no list.
     */
    public boolean removeAt(GrantKey key, Version seen) {
        Optional<GrantHead> head =
                grants.find(key).filter(found -> found.version().equals(seen));
        return head.filter(found -> found.granted() == null
                                || grants.replace(found.forgetGrantedScopes(clock.now())) == Saved.SAVED)
                        .isPresent()
                && revokeAt(key, head.get().granted() == null ? seen : seen.next());
    }

    private boolean changeAt(GrantKey key, Version seen, Function<GrantHead, Change<GrantHead>> change) {
        return grants.find(key)
                .filter(head -> head.version().equals(seen))
                .filter(head -> grants.replace(change.apply(head)) == Saved.SAVED)
                .isPresent();
    }

    /**
     * Moves the head to the generation of a token that was stored, so that it comes alive and all older ones end.
     *
     * @param given the generation of codes when the authorization was given
     * @return false if the grant was revoked since: then the token never comes alive
     */
    public boolean supersede(GrantKey key, Generation given, Generation token) {
        return Attempts.until(() -> {
            Optional<GrantHead> head =
                    grants.find(key).filter(found -> found.codeGeneration().equals(given));
            return head.isEmpty() ? Optional.of(false) : saved(head.get().supersede(token, clock.now()), true);
        });
    }

    /** The same for a token whose authorization is new: it counts whether or not the grant was revoked since. */
    public void supersede(GrantKey key, Generation token) {
        Attempts.until(() -> grants.find(key)
                .map(head -> saved(head.supersede(token, clock.now())))
                .orElseGet(() -> added(GrantHead.open(key, token, clock.now()))));
    }

    /** Counts before it saves: afterwards the records may be of an old generation. */
    private int change(GrantKey key, Function<GrantHead, Change<GrantHead>> change) {
        return Attempts.until(() -> {
            Optional<GrantHead> head = grants.find(key);
            return head.isEmpty() ? Optional.of(0) : saved(change.apply(head.get()), grants.countTokens(key));
        });
    }

    private Optional<GrantHead> saved(Change<GrantHead> head) {
        return saved(head, head.state());
    }

    private <R> Optional<R> saved(Change<GrantHead> head, R result) {
        return grants.replace(head) == Saved.SAVED ? Optional.of(result) : Optional.empty();
    }

    private Optional<GrantHead> added(Change<GrantHead> head) {
        return grants.add(head) == Saved.SAVED ? Optional.of(head.state()) : Optional.empty();
    }
}
