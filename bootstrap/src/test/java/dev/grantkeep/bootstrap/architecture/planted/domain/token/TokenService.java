package dev.grantkeep.bootstrap.architecture.planted.domain.token;

/** Takes the tenant for a suffix. */
public final class TokenService {}
