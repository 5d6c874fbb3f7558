package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TokenStoreContract;

final class InMemoryTokenStoreTest extends TokenStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
