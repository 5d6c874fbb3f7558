package dev.grantkeep.domain.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a token is worth at an instant, and why. */
public sealed interface Verdict {
    /** It is as if the token had never been. */
    enum Ended implements Verdict {
        /** The grant was revoked, has a newer token where it may have one only, or is gone. */
        GRANT_ENDED,
        CLIENT_GONE,
        /** All tokens of the client were ended. */
        CLIENT_CUT_OFF,
        /** For {@link TokenRecord#UNUSED_LIFE}. */
        UNUSED,
        /** An access token that was replaced, or a refresh token that the token endpoint answers no more. */
        REPLACED
    }

    /** The token is there, whether or not it can be used. */
    sealed interface Existing extends Verdict {}

    /** It works, and suffices for what is required. */
    record Alive() implements Existing {}

    /**
     * It is expired.
     *
     * @param since when it expired
     * @param refreshable whether its record has a refresh token that is not
     */
    record Expired(Instant since, boolean refreshable) implements Existing {}

    /** It works again when its client is unlocked. */
    record ClientLocked() implements Existing {}

    /** It works, but does not suffice for what is required. */
    sealed interface Insufficient extends Existing {}

    /**
     * It lacks a scope (RFC 6750 section 3.1).
     *
     * @param scope as it was required, which may be no scope at all
     */
    record ScopeMissing(String scope) implements Insufficient {}

    /** It is of another user, or of none. */
    record SubjectDiffers() implements Insufficient {}

    /** It is for other target resources (RFC 8707). */
    record ResourceMissing(String resource) implements Insufficient {}

    /**
     * The user's authentication is of no class that is required (RFC 9470).
     *
     * @param acr the class that it is of; null is unknown
     */
    record AcrDiffers(@Nullable String acr) implements Insufficient {}

    /**
     * The user's authentication is too long ago (RFC 9470).
     *
     * @param authTime when it was, in seconds since the epoch; null is unknown
     */
    record AuthenticationTooOld(@Nullable Long authTime) implements Insufficient {}
}
