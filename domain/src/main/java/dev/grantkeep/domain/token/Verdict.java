package dev.grantkeep.domain.token;

/** What an access token is worth at an instant. */
public enum Verdict {
    /** It works. */
    ALIVE,
    /** It is expired, its refresh token is not. */
    EXPIRED_REFRESHABLE,
    /** It is expired, and there is no way back. */
    EXPIRED,
    /** Its client is locked. */
    CLIENT_LOCKED,
    /** Revoked, cut off, without a client, or unused for 90 days: as if it did not exist. */
    ENDED
}
