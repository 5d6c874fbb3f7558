package dev.grantkeep.bootstrap.architecture.planted.application.usecase.token;

import jakarta.inject.Singleton;

/** Depends on a framework. */
@Singleton
public final class HandlerWithFramework {}
