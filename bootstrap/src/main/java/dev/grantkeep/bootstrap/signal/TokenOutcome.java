package dev.grantkeep.bootstrap.signal;

/** What came of a request for or about a token. */
enum TokenOutcome {
    OK,
    REFUSED,
    CLIENT_LOCKED,
    /** The authorization server has to check the user's password first. */
    PASSWORD_ASKED,
    /** There is no such token, or it ended. */
    UNKNOWN,
    EXPIRED,
    /** It is alive, and lacks what was required of it. */
    INSUFFICIENT,
    /** For whatever reason (RFC 7662). */
    INACTIVE
}
