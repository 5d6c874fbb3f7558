package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.CodeStoreContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryCodeStoreTest extends CodeStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
