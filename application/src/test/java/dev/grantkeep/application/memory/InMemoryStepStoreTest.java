package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.StepStoreContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryStepStoreTest extends StepStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
