package dev.grantkeep.domain.token;

import dev.grantkeep.domain.scope.ScopeSet;

/** What became of a wish to refresh. */
public sealed interface RefreshOutcome {
    /** The record to save in place of the old one, and the values to hand out once it is saved. */
    record Refreshed(IssuedToken token) implements RefreshOutcome {}

    /**
     * The token just used came again within the window (contract 4.3, refreshTokenIdempotent): the same answer.
     *
     * @param changed whether the record is to be saved, because the access token had to be a new one or has
     *     lost scopes
     */
    record Repeated(IssuedToken token, boolean changed) implements RefreshOutcome {}

    /** No such refresh token, or it ended. */
    record Unknown() implements RefreshOutcome {}

    record Expired() implements RefreshOutcome {}

    /** The token was issued to another client than the one that presents it. */
    record OfAnotherClient() implements RefreshOutcome {}

    /** More was asked for than the user granted. */
    record ExceedsScopes(ScopeSet excess) implements RefreshOutcome {}

    /** A target resource was asked for that the grant is not for (RFC 8707 section 2.2). */
    record ExceedsTargets() implements RefreshOutcome {}

    /** The token just used came again within the window, but for other scopes than it was answered with. */
    record DiffersInScopes() implements RefreshOutcome {}

    /** The token just used came again within the window, but for other target resources than it was answered with. */
    record DiffersInTargets() implements RefreshOutcome {}

    /** A rotated refresh token came again: the whole record must end (RFC 9700 section 4.14.2). */
    record Reused() implements RefreshOutcome {}
}
