package dev.grantkeep.bootstrap.architecture.planted.domain.value;

import dev.grantkeep.bootstrap.architecture.planted.domain.token.TokenService;

/** Knows of a concept that comes after its own. */
record ValueWithToken(TokenService later) {}
