package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.ServiceStoreContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryServiceStoreTest extends ServiceStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
