package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.AuthorizedClientsContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryAuthorizedClientsTest extends AuthorizedClientsContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
