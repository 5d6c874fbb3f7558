package dev.grantkeep.bootstrap.architecture.planted.adapter.jose;

import dev.grantkeep.application.port.out.TokenStore;

/** Keys are given to it; it looks up nothing. */
final class SignerWithStore {
    static final Class<?> STORE = TokenStore.class;
}
