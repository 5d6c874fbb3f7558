package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TokenQueriesContract;

final class InMemoryTokenQueriesTest extends TokenQueriesContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
