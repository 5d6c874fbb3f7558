package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TicketStoreContract;

final class MongoTicketStoreTest extends TicketStoreContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
