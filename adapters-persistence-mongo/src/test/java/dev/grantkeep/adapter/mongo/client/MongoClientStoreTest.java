package dev.grantkeep.adapter.mongo.client;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.ClientStoreContract;
import dev.grantkeep.application.contract.Stores;

final class MongoClientStoreTest extends ClientStoreContract {
    @Override
    protected Stores stores() {
        return MongoStores.withEvents();
    }
}
