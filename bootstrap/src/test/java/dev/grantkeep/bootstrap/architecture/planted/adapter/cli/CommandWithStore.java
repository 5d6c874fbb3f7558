package dev.grantkeep.bootstrap.architecture.planted.adapter.cli;

import dev.grantkeep.application.port.out.TokenStore;

/** What is stored is the server's. */
final class CommandWithStore {
    static final Class<?> STORE = TokenStore.class;
}
