package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TicketStoreContract;

final class InMemoryTicketStoreTest extends TicketStoreContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
