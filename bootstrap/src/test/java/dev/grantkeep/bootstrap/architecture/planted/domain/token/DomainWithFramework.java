package dev.grantkeep.bootstrap.architecture.planted.domain.token;

import jakarta.inject.Singleton;

/** Depends on a framework. */
@Singleton
final class DomainWithFramework {}
