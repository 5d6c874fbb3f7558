package dev.grantkeep.domain.token;

/** By what a token record is found. Each is unique within a service. */
public sealed interface TokenLocator {
    /** By the hash of its access token. */
    record ByAccess(TokenHash hash) implements TokenLocator {}

    /** By the hash of its current refresh token. */
    record ByRefresh(TokenHash hash) implements TokenLocator {}

    /** By the hash of a refresh token that does not name its record, and that has been rotated since. */
    record ByRefreshOrigin(TokenHash hash) implements TokenLocator {}

    record ById(TokenId id) implements TokenLocator {}
}
