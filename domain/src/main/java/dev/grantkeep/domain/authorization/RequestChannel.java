package dev.grantkeep.domain.authorization;

/** By which way an authorization request comes. */
public enum RequestChannel {
    /** Through the user's browser, to the authorization endpoint: others may see and change it. */
    FRONT,
    /** From the client itself, which has authenticated, to the endpoint of pushed requests (RFC 9126). */
    PUSHED
}
