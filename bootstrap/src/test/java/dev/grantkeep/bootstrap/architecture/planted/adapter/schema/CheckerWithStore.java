package dev.grantkeep.bootstrap.architecture.planted.adapter.schema;

import dev.grantkeep.application.port.out.TokenStore;

/** Schemas are given to it; it looks up nothing. */
final class CheckerWithStore {
    static final Class<?> STORE = TokenStore.class;
}
