package dev.grantkeep.domain.token;

/** Which tokens a list shows, by the expiry of the access token. */
public enum TokenStatus {
    ALL,
    /** Not expired. */
    VALID,
    /** Expired. */
    INVALID
}
