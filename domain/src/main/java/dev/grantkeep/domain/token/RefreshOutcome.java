package dev.grantkeep.domain.token;

import dev.grantkeep.domain.protocol.Demand;
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

    /** A rotated refresh token came again: the whole record must end (RFC 9700 section 4.14.2). */
    record Reused() implements RefreshOutcome {}

    /** More was asked for than the user granted. */
    record ExceedsScopes(ScopeSet excess) implements RefreshOutcome {}

    /** A scope demands a protection that is not given. */
    record DemandNotMet(Demand demand) implements RefreshOutcome {}

    /** Why there is no token; the record stays as it is. */
    enum Refused implements RefreshOutcome {
        /** No such refresh token, or it ended. */
        UNKNOWN,
        EXPIRED,
        OF_ANOTHER_CLIENT,
        /** A target resource was asked for that the grant is not for (RFC 8707 section 2.2). */
        RESOURCE_NOT_GRANTED,
        /** The token just used came again within the window, but for other scopes than it was answered with. */
        SCOPES_DIFFER,
        /** Likewise for other target resources. */
        RESOURCES_DIFFER,
        DETAILS_MALFORMED,
        /** Authorization details were asked for that are not those granted (RFC 9396 section 6). */
        DETAILS_NOT_GRANTED,
        /** Those of the record and those that are added, together. */
        PROPERTIES_TOO_LARGE
    }
}
