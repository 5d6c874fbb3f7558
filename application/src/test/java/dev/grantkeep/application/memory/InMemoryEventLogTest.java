package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.EventLogContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryEventLogTest extends EventLogContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
