package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.GrantStoreContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryGrantStoreTest extends GrantStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
