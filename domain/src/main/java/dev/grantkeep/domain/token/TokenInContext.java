package dev.grantkeep.domain.token;

import dev.grantkeep.domain.grant.Rewrite;
import dev.grantkeep.domain.scope.ScopeSet;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token record beside what decides about it, as they were at one moment. A token is never judged alone.
 *
 * @param head the grant head's state; absent if the token has no subject or the head is gone
 * @param client the client's state; absent if the client is gone
 */
public record TokenInContext(
        TokenRecord token,
        @Nullable HeadState head,
        @Nullable ClientState client) {

    /** What the access token is worth to whoever requires nothing of it. */
    public Verdict verdict(Instant now) {
        Verdict.Ended ended = ended(now);
        if (ended != null) {
            return ended;
        }
        if (client != null && client.locked()) {
            return new Verdict.ClientLocked();
        }
        return token.access().isExpired(now)
                ? new Verdict.Expired(token.access().expiresAt(), token.isRefreshable(now))
                : new Verdict.Alive();
    }

    /** Whether it is as if the record had never been; one that is expired or whose client is locked is there. */
    public boolean hasEnded(Instant now) {
        return ended(now) != null;
    }

    /** Whether the grant and the client still hold what the token was given by them; says nothing of its age. */
    public boolean stands() {
        return takenBack() == null;
    }

    private Verdict.@Nullable Ended ended(Instant now) {
        Verdict.Ended takenBack = takenBack();
        return takenBack == null && !token.unusedFrom().isAfter(now) ? Verdict.Ended.UNUSED : takenBack;
    }

    private Verdict.@Nullable Ended takenBack() {
        if (client == null) {
            return Verdict.Ended.CLIENT_GONE;
        }
        if (!client.generation().equals(token.standing().client())) {
            return Verdict.Ended.CLIENT_CUT_OFF;
        }
        return grantStands() ? null : Verdict.Ended.GRANT_ENDED;
    }

    /** The access token's scopes: the grant's rewritten ones if they are newer, else its own. */
    public ScopeSet scopes() {
        return effective(token.scopes());
    }

    /** The scopes that a refresh can give; a removed scope never comes back. */
    public ScopeSet refreshScopes() {
        return token.refresh() == null ? scopes() : effective(token.refresh().scopes());
    }

    /** The record as it counts now: what the grant has for it is its own. */
    public TokenRecord asItCounts() {
        return withAccessScopes(scopes());
    }

    /** The record as it counts, with these scopes for the access token: what the grant has for it is its own. */
    TokenRecord withAccessScopes(ScopeSet scopes) {
        return token.rescoped(scopes, refreshScopes(), currentRewriteNumber());
    }

    /** The number that a token has to carry for its own scopes to count. */
    int currentRewriteNumber() {
        return head == null ? 0 : head.rewrite().number();
    }

    private ScopeSet effective(ScopeSet own) {
        if (token.standing().grant() == null) {
            return own;
        }
        Rewrite rewrite = head == null ? Rewrite.NONE : head.rewrite();
        return rewrite.effective(
                Objects.requireNonNull(token.standing().grant()).rewriteNumber(), own);
    }

    private boolean grantStands() {
        return token.standing().grant() == null
                || (head != null
                        && head.generation().equals(token.standing().grant().generation()));
    }
}
