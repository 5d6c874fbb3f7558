package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.ClientStoreContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryClientStoreTest extends ClientStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
