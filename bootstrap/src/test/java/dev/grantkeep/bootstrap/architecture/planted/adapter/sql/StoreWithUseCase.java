package dev.grantkeep.bootstrap.architecture.planted.adapter.sql;

import dev.grantkeep.bootstrap.architecture.planted.application.usecase.token.OpenHandler;

/** Sees a use case. */
final class StoreWithUseCase {
    final OpenHandler handler = new OpenHandler();
}
