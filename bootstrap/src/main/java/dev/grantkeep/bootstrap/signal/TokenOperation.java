package dev.grantkeep.bootstrap.signal;

/** What is asked for or about a token. */
enum TokenOperation {
    /** At the token endpoint, by anything but a refresh token. */
    ISSUE,
    REFRESH,
    /** By the authorization server itself. */
    CREATE,
    INTROSPECT,
    REVOKE,
    DELETE
}
