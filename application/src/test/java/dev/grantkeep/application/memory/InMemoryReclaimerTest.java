package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.ReclaimerContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryReclaimerTest extends ReclaimerContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
